namespace Middeck.Studio.Files;

/// <summary>A file as the console sees it.</summary>
/// <param name="Id">What a question refers to as <c>upload_file_id</c>.</param>
/// <param name="Name">With its extension.</param>
/// <param name="MimeType">By the extension.</param>
/// <param name="Kind">What it is to a model.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Url">Where a browser fetches it, for ten minutes.</param>
internal sealed record AppFile(Guid Id, string Name, string MimeType, FileKind Kind, long Size, string Url);
