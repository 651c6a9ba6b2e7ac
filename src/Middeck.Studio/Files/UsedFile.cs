namespace Middeck.Studio.Files;

/// <summary>A file that a question comes with.</summary>
/// <param name="File">The file.</param>
/// <param name="Variable">The field of the form that holds it; null for one of the question itself.</param>
internal sealed record UsedFile(StoredFile File, string? Variable);
