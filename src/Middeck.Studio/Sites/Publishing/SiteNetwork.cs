using System.Net;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>Networks in CIDR form: <c>10.0.0.0/8</c>, <c>fd00::/8</c>, or one address.</summary>
internal static class SiteNetwork
{
    /// <summary>The network as it is kept, without what is not its own part of the address; null when it is none.</summary>
    public static string? Clean(string text)
    {
        var written = text.Trim();
        return IPNetwork.TryParse(written, out var network) ? network.ToString()
            : IPAddress.TryParse(written, out var address) ? address.ToString()
            : null;
    }

    public static bool Allows(IReadOnlyList<string> networks, IPAddress? address)
    {
        if (networks.Count == 0)
        {
            return true;
        }

        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && networks.Any(network => IPNetwork.TryParse(network, out var range)
            ? range.Contains(plain)
            : IPAddress.TryParse(network, out var one) && one.Equals(plain));
    }
}
