using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Certificates;

namespace Middeck.Operations.Entry.Listening;

/// <summary>How the entry listens: on its port, on that with encryption when there is a certificate, and on those of services.</summary>
public static class EntryKestrel
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Configures the server; <see cref="EntryModule.AddEntry"/> must have been called.</summary>
    public static void ConfigureEntry(this IWebHostBuilder host, ServerOptions server, EntryOptions entry)
        => host.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Uploads and routes name their own limit.
            kestrel.Limits.MaxRequestBodySize = entry.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            var services = kestrel.ApplicationServices;
            var ports = services.GetRequiredService<ServicePorts>();
            var isEncrypted = entry.Tls != EntryTls.Off;
            var certificates = isEncrypted ? services.GetRequiredService<CertificateSource>() : null;
            kestrel.ConfigureEndpointDefaults(listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (isEncrypted && listen.IPEndPoint is { } end && ports.Owns(end.Port))
                {
                    Encrypt(listen, certificates!);
                }
            });
            kestrel.Configure(new ConfigurationBuilder().Add(ports).Build(), reloadOnChange: true);
            var address = IPAddress.Parse(server.Address);
            kestrel.Listen(address, server.Port);
            if (isEncrypted)
            {
                kestrel.Listen(address, entry.TlsPort, listen => Encrypt(listen, certificates!));
            }
        });

    private static void Encrypt(ListenOptions listen, CertificateSource certificates)
    {
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = HandshakeTimeout,
            OnConnection = _ => ValueTask.FromResult(certificates.ForHandshake()),
        });
    }
}
