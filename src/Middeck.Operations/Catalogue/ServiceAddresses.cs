using System.Globalization;

namespace Middeck.Operations.Catalogue;

/// <summary>Where people reach a service.</summary>
public static class ServiceAddresses
{
    /// <summary>A service's addresses: on the entry where it has a route, and its own.</summary>
    public static IReadOnlyList<string> Of(ServiceEntry service, string platform)
    {
        var addresses = new List<string>();
        var entry = new Uri(platform);
        if (service.Route is { } route)
        {
            var url = new UriBuilder(entry);
            url.Path = route.Path is { } path ? $"{path}/" : "/";
            url.Host = route.Host ?? url.Host;
            url.Port = route.Port ?? url.Port;
            addresses.Add(url.Uri.ToString());
        }

        if (service.Url is { } own)
        {
            addresses.Add(own.ToString());
        }
        else if (service.Ports.FirstOrDefault(port => port.Protocol == "tcp") is { } port)
        {
            var host = port.Address is "0.0.0.0" or "::" ? "127.0.0.1" : port.Address;
            addresses.Add(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port.Number}"));
        }

        return addresses;
    }
}
