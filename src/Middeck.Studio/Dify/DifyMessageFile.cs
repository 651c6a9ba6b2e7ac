using Middeck.Studio.Files;

namespace Middeck.Studio.Dify;

/// <summary>A file of a message as Dify lists it.</summary>
internal sealed record DifyMessageFile(
    Guid Id,
    string Filename,
    FileKind Type,
    string Url,
    string MimeType,
    long Size,
    string TransferMethod,
    string BelongsTo,
    Guid UploadFileId)
{
    /// <param name="file">The file.</param>
    /// <param name="url">Where a browser fetches it.</param>
    /// <param name="belongsTo"><c>user</c>, or <c>assistant</c> for what a tool made.</param>
    public static DifyMessageFile Of(MessageFile file, string url, string belongsTo = "user") => new(
        file.Id, file.Name, file.Kind, url, file.MimeType, file.Size,
        file.SourceUrl is null ? FileUploadSettings.Local : FileUploadSettings.Remote, belongsTo, file.Id);
}
