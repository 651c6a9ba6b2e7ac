using Middeck.Identity.Signing;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Signs by writing the path down.</summary>
internal sealed class PlainSigner : IUrlSigner
{
    public string Sign(Guid workspaceId, string path)
        => $"{path}?ws={workspaceId}&exp=1&sig={Uri.EscapeDataString(path + workspaceId)}";

    public bool Verify(Guid workspaceId, string path, long expires, string signature)
        => signature == path + workspaceId;
}
