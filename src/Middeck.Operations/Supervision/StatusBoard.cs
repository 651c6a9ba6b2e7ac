using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Keeps the status of all services and writes each change to <c>run/status.json</c>.</summary>
internal sealed class StatusBoard(MiddeckHome home, string executable, string url)
{
    private readonly Lock _gate = new();
    private readonly List<ServiceStatus> _services = [];

    public void Set(ServiceStatus status)
    {
        lock (_gate)
        {
            var index = _services.FindIndex(service => service.Name == status.Name);
            if (index < 0)
            {
                _services.Add(status);
            }
            else
            {
                _services[index] = status;
            }

            new SupervisorStatus(executable, url, _services).Write(home);
        }
    }
}
