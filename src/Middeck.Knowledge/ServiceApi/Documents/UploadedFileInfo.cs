namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>The file of a document.</summary>
internal sealed record UploadedFileInfo(
    Guid Id, string Name, long Size, string Extension, string MimeType, Guid? CreatedBy, long CreatedAt);
