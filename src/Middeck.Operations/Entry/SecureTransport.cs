using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Certificates;

namespace Middeck.Operations.Entry;

/// <summary>Leads requests without encryption to the port that has it, and tells browsers to come there by themselves.</summary>
internal sealed class SecureTransport
{
    private const int DefaultPort = 443;

    // Programs of this machine, such as our own commands, may stay on the port without encryption: nobody else hears them.
    private static readonly PathString[] ForPrograms = ["/api", "/v1", "/mcp", "/ollama", "/metrics"];

    private readonly bool _redirects;
    private readonly int _port;
    private readonly string? _hsts;

    public SecureTransport(IOptions<EntryOptions> options, IOptions<ServerOptions> server)
    {
        var entry = options.Value;
        _redirects = entry.Tls != EntryTls.Off && entry.Redirect;
        _port = entry.TlsPort;
        // A browser that insists cannot pass over the warning that a local certificate gives.
        var isTrusted = entry.Tls == EntryTls.File || (entry.Tls == EntryTls.Off && entry.TrustedProxies.Length > 0);
        _hsts = isTrusted && server.Value.IsProduction && entry.HstsDays > 0
            ? string.Create(CultureInfo.InvariantCulture, $"max-age={entry.HstsDays * 86400}")
            : null;
    }

    /// <summary>Answers with the address that has encryption where that is due.</summary>
    /// <returns>Whether it did.</returns>
    public bool Redirects(HttpContext context)
    {
        if (context.Request.IsHttps)
        {
            if (_hsts is not null)
            {
                context.Response.Headers.StrictTransportSecurity = _hsts;
            }

            return false;
        }

        if (!_redirects || IsExempt(context))
        {
            return false;
        }

        var request = context.Request;
        var host = _port is DefaultPort ? new HostString(request.Host.Host) : new HostString(request.Host.Host, PortOf(context));
        // 308: the method and the body stay what they are.
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location =
            $"https://{host.ToUriComponent()}{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
        return true;
    }

    private static bool IsExempt(HttpContext context)
    {
        var path = context.Request.Path;
        var client = context.Connection.RemoteIpAddress;
        return path.StartsWithSegments("/health")
            || ((client is null || IPAddress.IsLoopback(client)) && Array.Exists(ForPrograms, prefix => path.StartsWithSegments(prefix)));
    }

    // 0 stands for any free port; only the server knows which one it got.
    private int PortOf(HttpContext context)
    {
        if (_port != 0)
        {
            return _port;
        }

        var addresses = context.RequestServices.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First(address => address.StartsWith("https:", StringComparison.Ordinal))).Port;
    }
}
