using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.Proxy;
using Middeck.Operations.Language;

namespace Middeck.Operations.Tests.Entry;

/// <summary>A catalogue that a test changes while the entry runs.</summary>
internal sealed class ChangingCatalogue : IEntryCatalogue
{
    private ServiceCatalogue? _services;
    private int _revision;

    public ChangingCatalogue(params ServiceEntry[] services) => Set(services);

    public string Revision => $"{_revision}";

    public void Set(params ServiceEntry[] services)
    {
        _services = new ServiceCatalogue(services);
        _revision++;
    }

    public void Break()
    {
        _services = null;
        _revision++;
    }

    public ServiceCatalogue Load()
        => _services ?? throw new RefusedException(ExitCode.Configuration, new Message("It is broken.", "已损坏。"));

    public static ServiceEntry Service(string name, ServiceRoute route, params Backend[] targets)
        => new(name, ServiceKind.Process) { Route = route with { Targets = [.. targets.Select(target => target.Address)] } };
}
