using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Identity.Signing;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Signing;

public sealed class UrlSignerTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Path = "/files/knowledge/42";

    private static readonly Guid Workspace = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private IUrlSigner Signer => host.Services.GetRequiredService<IUrlSigner>();

    [Fact]
    public void A_signed_address_opens_its_path_in_its_workspace_for_ten_minutes()
    {
        var query = HttpUtility.ParseQueryString(new Uri("http://x" + Signer.Sign(Workspace, Path)).Query);
        var (expires, signature) = (long.Parse(query["exp"]!, null), query["sig"]!);

        Assert.Equal(Workspace.ToString(), query["ws"]);
        Assert.True(Signer.Verify(Workspace, Path, expires, signature));
        Assert.False(Signer.Verify(Guid.Empty, Path, expires, signature));
        Assert.False(Signer.Verify(Workspace, Path + "0", expires, signature));
        Assert.False(Signer.Verify(Workspace, Path, expires + 1, signature));
        Assert.False(Signer.Verify(Workspace, Path, expires, "not base64 \0"));
        Assert.False(Signer.Verify(Workspace, Path, expires, ""));

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(Signer.Verify(Workspace, Path, expires, signature));
    }
}
