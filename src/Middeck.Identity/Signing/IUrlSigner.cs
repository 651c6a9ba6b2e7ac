namespace Middeck.Identity.Signing;

/// <summary>Signs addresses that a browser opens without a header: images and downloads. HMAC-SHA256, 10 minutes, bound to path and workspace.</summary>
public interface IUrlSigner
{
    /// <summary>The path with <c>ws</c>, <c>exp</c> and <c>sig</c> in its query.</summary>
    string Sign(Guid workspaceId, string path);

    /// <summary>Whether the signature is ours, of this path and workspace, and not too old.</summary>
    bool Verify(Guid workspaceId, string path, long expires, string signature);
}
