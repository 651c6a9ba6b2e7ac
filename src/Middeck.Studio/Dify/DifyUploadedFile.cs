using Middeck.Studio.Files;

namespace Middeck.Studio.Dify;

/// <summary>An uploaded file as Dify shows it.</summary>
internal sealed record DifyUploadedFile(
    Guid Id,
    string? Reference,
    string Name,
    long Size,
    string Extension,
    string MimeType,
    Guid CreatedBy,
    long CreatedAt,
    string? PreviewUrl,
    string SourceUrl,
    string? OriginalUrl,
    Guid? UserId,
    Guid TenantId,
    Guid? ConversationId,
    string? FileKey)
{
    /// <param name="file">The file.</param>
    /// <param name="url">Where a browser fetches it.</param>
    public static DifyUploadedFile Of(StoredFile file, string url) => new(
        file.Id, Reference: null, file.Name, file.Size, file.Extension, file.MimeType, file.Person.EndUserId!.Value,
        file.CreatedAt.ToUnixTimeSeconds(), PreviewUrl: null, url, OriginalUrl: null, UserId: null, file.WorkspaceId,
        file.ConversationId, FileKey: null);
}
