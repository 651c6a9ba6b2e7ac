namespace Middeck.Studio.Chat;

/// <summary>Who wrote an annotation.</summary>
/// <param name="Id">The person; null when a key wrote it.</param>
/// <param name="Name">Empty for a key, and for whoever has been removed.</param>
internal sealed record AnnotationAuthor(Guid? Id, string Name);
