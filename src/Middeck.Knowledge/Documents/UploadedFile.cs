namespace Middeck.Knowledge.Documents;

/// <summary>The file part of a multipart body, not read yet.</summary>
/// <param name="Name">Cleaned file name.</param>
/// <param name="Folder">Where it lies in the folder that is uploaded; empty for the top.</param>
/// <param name="Duplicate">What happens when the base has it already.</param>
/// <param name="Content">Comes straight from the socket.</param>
internal sealed record UploadedFile(string Name, string Folder, DuplicateRule Duplicate, UploadStream Content);
