using System.Globalization;
using System.Net;

namespace Middeck.Operations.Configuration;

/// <summary>How this machine itself reaches the platform.</summary>
public static class ServerAddress
{
    /// <summary>Where people reach the platform; without a public address, where this machine does.</summary>
    public static string PublicUrlOrLocal(this ServerOptions server)
        => server.PublicUrl.Length > 0 ? server.PublicUrl.TrimEnd('/') : server.LocalUrl();

    /// <summary>Such as <c>http://127.0.0.1:7080</c>; an address that means "all" becomes loopback.</summary>
    public static string LocalUrl(this ServerOptions server)
    {
        var host = server.Address switch
        {
            "0.0.0.0" => IPAddress.Loopback.ToString(),
            "::" => "[::1]",
            var address when address.Contains(':', StringComparison.Ordinal) => $"[{address}]",
            var address => address,
        };
        return server.Port == 80
            ? $"http://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"http://{host}:{server.Port}");
    }
}
