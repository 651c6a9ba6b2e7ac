using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Keeps the status of all services and writes each change to <c>run/status.json</c>.</summary>
internal sealed class StatusBoard(MiddeckHome home, string executable, string url)
{
    private readonly Lock _gate = new();
    private readonly List<ServiceStatus> _services = [];

    /// <summary>Shows services whose turn has not come yet, all at once: a reader never sees a part of them.</summary>
    public void Announce(IEnumerable<ServiceStatus> services)
    {
        lock (_gate)
        {
            foreach (var status in services)
            {
                _services.RemoveAll(service => service.Name == status.Name);
                _services.Add(status);
            }

            Write();
        }
    }

    /// <summary>Takes a service out.</summary>
    public void Remove(string name)
    {
        lock (_gate)
        {
            _services.RemoveAll(service => service.Name == name);
            Write();
        }
    }

    /// <summary>All of them now.</summary>
    public IReadOnlyList<ServiceStatus> All()
    {
        lock (_gate)
        {
            return [.. _services];
        }
    }

    /// <summary>One of them now.</summary>
    public ServiceStatus Of(string name)
    {
        lock (_gate)
        {
            return _services.First(service => service.Name == name);
        }
    }

    public void Set(ServiceStatus status)
    {
        lock (_gate)
        {
            var index = _services.FindIndex(service => service.Name == status.Name);
            if (index >= 0)
            {
                _services[index] = status;
                Write();
            }
        }
    }

    private void Write() => new SupervisorStatus(executable, url, _services).Write(home);
}
