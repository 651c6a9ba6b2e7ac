using Middeck.Operations.Home;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Monitoring;

/// <summary>Looks at the machine once and tells of each service what its processes use.</summary>
public sealed class ServiceSampler(MiddeckHome home)
{
    private readonly ProcessFamily _family = ProcessFamily.Look();
    private readonly Connections _connections = Connections.Look();

    /// <summary>A service's numbers; null when it has no process.</summary>
    public ServiceSample? Of(string service)
    {
        if (PidFile.ReadLive(home.RunFile($"{service}.pid")) is not { } process)
        {
            return null;
        }

        // The platform and what it started are children of the supervisor, which counts for itself alone.
        var members = service == Supervision.ServiceNames.Supervisor ? [process] : _family.Of(process);
        return new ServiceSample(
            ProcessFamily.Memory(members),
            _family.CpuSeconds(members),
            _connections.Of(members.Select(member => member.Pid)),
            members.Count);
    }
}
