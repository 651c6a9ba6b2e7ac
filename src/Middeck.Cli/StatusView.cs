using System.Text.Json;
using Middeck.Operations.Home;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Cli;

/// <summary>The answer of <c>middeck status --json</c>.</summary>
internal sealed record StatusView(bool Running, string Home, string? Url, IReadOnlyList<ServiceView> Services)
{
    public static StatusView Of(MiddeckHome home, Installation installation)
    {
        var status = installation.Status;
        var services = (status?.Services ?? []).Select(service => ViewOf(service, installation));
        var supervisor = new ServiceView(
            ServiceNames.Supervisor,
            installation.SupervisorPid is null ? "stopped" : "running",
            installation.SupervisorPid,
            MemoryOf(installation.SupervisorPid),
            null,
            0,
            null,
            null);
        return new StatusView(installation.IsRunning, home.Root, status?.Url, [.. services, supervisor]);
    }

    // The file says what the supervisor last saw; the kernel says what lives now.
    private static ServiceView ViewOf(ServiceStatus service, Installation installation)
    {
        var pid = installation.PidOf(service.Name);
        var state = pid is null && service.State is ServiceState.Running or ServiceState.Starting
            ? ServiceState.Stopped
            : service.State;
        return new ServiceView(
            service.Name,
            JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()),
            pid,
            MemoryOf(pid),
            service.StartedAt,
            service.Restarts,
            service.LastExitCode,
            service.LastWords);
    }

    private static long? MemoryOf(int? pid) => pid is { } id ? ProcessFacts.Of(id)?.ResidentBytes : null;
}
