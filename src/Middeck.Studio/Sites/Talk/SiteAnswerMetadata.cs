namespace Middeck.Studio.Sites.Talk;

/// <summary>What is told with the end of an answer.</summary>
/// <param name="RetrieverResources">The passages that it was made from.</param>
/// <param name="Moderated">Whether it stands in the place of an answer that is not allowed.</param>
internal sealed record SiteAnswerMetadata(IReadOnlyList<SitePassage> RetrieverResources, bool Moderated);
