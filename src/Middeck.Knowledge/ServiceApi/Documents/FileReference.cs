namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary><c>{"upload_file_id": "…"}</c></summary>
internal sealed record FileReference(Guid UploadFileId);
