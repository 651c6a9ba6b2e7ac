namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary><c>{"upload_file": {…}}</c></summary>
internal sealed record FileDetails(UploadedFileInfo UploadFile);
