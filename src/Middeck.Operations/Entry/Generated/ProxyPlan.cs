using Middeck.Operations.Configuration;
using Middeck.Operations.Entry.Certificates;
using Middeck.Operations.Entry.Networks;
using Middeck.Operations.Entry.Routes;

namespace Middeck.Operations.Entry.Generated;

/// <summary>What a proxy that stands before us, or takes the entry's place, must know.</summary>
/// <param name="Server">The platform's own address.</param>
/// <param name="Entry">The entry's settings.</param>
/// <param name="Routes">The services' routes.</param>
public sealed record ProxyPlan(ServerOptions Server, EntryOptions Entry, EntryRoutes Routes)
{
    /// <summary>The names by which people reach the platform; empty: any.</summary>
    public IReadOnlyList<string> HostNames => OwnPlaces.HostNamesOf(Server, Entry);

    /// <summary>The networks of administrators.</summary>
    public IReadOnlyList<string> AdminNetworks
        => [.. NetworkList.OfAdministrators(Entry).Networks.Select(network => network.ToString())];

    /// <summary>Whether the certificate's files are known, so that the other proxy can use them.</summary>
    public bool HasCertificate => Entry.Tls == EntryTls.File;

    /// <summary>How long a service may be silent, in whole seconds.</summary>
    public int SecondsOf(EntryRoute route) => (int)Math.Ceiling((route.Timeout ?? Entry.ServiceTimeout).TotalSeconds);

    /// <summary>The largest body of a service's requests, in bytes.</summary>
    public long BodyOf(EntryRoute route) => route.MaxBodyBytes ?? Entry.MaxBodyBytes;
}
