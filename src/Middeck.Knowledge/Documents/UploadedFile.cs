namespace Middeck.Knowledge.Documents;

/// <summary>The file part of a multipart body, not read yet.</summary>
/// <param name="Name">Cleaned file name.</param>
/// <param name="Content">Comes straight from the socket.</param>
internal sealed record UploadedFile(string Name, UploadStream Content);
