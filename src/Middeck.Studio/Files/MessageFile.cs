namespace Middeck.Studio.Files;

/// <summary>A file of a message, as its listing reads it.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">With its extension.</param>
/// <param name="MimeType">By the extension.</param>
/// <param name="Kind">What it is to a model.</param>
/// <param name="Size">Bytes.</param>
/// <param name="SourceUrl">Where it was fetched from; null for an upload.</param>
internal sealed record MessageFile(Guid Id, string Name, string MimeType, FileKind Kind, long Size, string? SourceUrl);
