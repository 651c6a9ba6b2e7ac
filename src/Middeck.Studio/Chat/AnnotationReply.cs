namespace Middeck.Studio.Chat;

/// <summary>The annotation that was given as the answer, in Dify's shape.</summary>
/// <param name="Id">The annotation.</param>
/// <param name="Account">Who wrote it.</param>
internal sealed record AnnotationReply(Guid Id, AnnotationAuthor Account);
