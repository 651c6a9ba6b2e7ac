using Middeck.Identity.Signing;

namespace Middeck.Knowledge.Tests.Fakes;

internal sealed class PlainSigner : IUrlSigner
{
    public string Sign(Guid workspaceId, string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ws={workspaceId}&exp=1&sig=x";

    public bool Verify(Guid workspaceId, string path, long expires, string signature) => signature == "x";
}
