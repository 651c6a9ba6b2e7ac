using Middeck.Identity.Signing;

namespace Middeck.Studio.Files;

/// <summary>Addresses that a browser can open without a header.</summary>
internal sealed class FileLinks(IUrlSigner signer)
{
    public static string PathOf(Guid fileId) => $"/files/apps/{fileId}";

    public string Of(Guid workspaceId, Guid fileId) => signer.Sign(workspaceId, PathOf(fileId));

    public AppFile Show(StoredFile file) => new(
        file.Id, file.Name, file.MimeType, file.Kind, file.Size, Of(file.WorkspaceId, file.Id));

    public AppFile Show(Guid workspaceId, MessageFile file) => new(
        file.Id, file.Name, file.MimeType, file.Kind, file.Size, Of(workspaceId, file.Id));
}
