using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Middeck.Operations.Configuration;

namespace Middeck.Server;

/// <summary>How the platform listens.</summary>
internal static class PlatformKestrel
{
    // Uploads name their own limit; nothing else of ours is larger than a long prompt with its history.
    private const long MaxRequestBody = 16 * 1024 * 1024;

    public static void ConfigurePlatformKestrel(this IWebHostBuilder host, ServerOptions server)
        => host.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Listen(IPAddress.Parse(server.Address), server.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
}
