using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Keeps the status of all services and writes each change to <c>run/status.json</c>.</summary>
internal sealed class StatusBoard(MiddeckHome home, string executable, string url)
{
    private readonly Lock _gate = new();
    private readonly List<ServiceStatus> _services = [];

    /// <summary>Shows services whose turn has not come yet, all at once: a reader never sees a part of them.</summary>
    public void Announce(IEnumerable<string> services)
    {
        lock (_gate)
        {
            _services.AddRange(services.Select(name => new ServiceStatus(name, ServiceState.Waiting)));
            Write();
        }
    }

    public void Set(ServiceStatus status)
    {
        lock (_gate)
        {
            _services[_services.FindIndex(service => service.Name == status.Name)] = status;
            Write();
        }
    }

    private void Write() => new SupervisorStatus(executable, url, _services).Write(home);
}
