namespace Middeck.Studio.Insight;

/// <summary>The numbers of one place or one model over the range.</summary>
/// <param name="Key">The place, or <c>provider/model</c>; empty for a model that has no name.</param>
/// <param name="Figures">Its numbers.</param>
internal sealed record InsightGroup(string Key, InsightFigures Figures);
