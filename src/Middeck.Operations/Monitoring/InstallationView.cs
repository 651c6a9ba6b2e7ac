using System.Text.Json;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Monitoring;

/// <summary>What runs in a home: the answer of <c>middeck status --json</c>.</summary>
/// <param name="Running">Whether anything runs.</param>
/// <param name="Home">The home.</param>
/// <param name="Url">Where the platform is reached from this machine.</param>
/// <param name="Services">The platform's parts, the catalogue, the supervisor.</param>
public sealed record InstallationView(bool Running, string Home, string? Url, IReadOnlyList<ServiceView> Services)
{
    /// <summary>Looks at a home. What is down does not keep it from looking.</summary>
    public static InstallationView Of(MiddeckHome home, TimeProvider clock)
    {
        var installation = new Installation(home, clock);
        var status = installation.Status;
        var sampler = new ServiceSampler(home);
        var view = new Builder(home, clock, installation, sampler, CatalogueOf(home), status?.Url);
        var known = status?.Services ?? [];
        return new InstallationView(
            installation.IsRunning,
            home.Root,
            status?.Url,
            [.. known.Select(view.Of), view.Of(SupervisorOf(installation))]);
    }

    // A catalogue with faults must not hide what runs.
    private static ServiceCatalogue CatalogueOf(MiddeckHome home)
    {
        try
        {
            return CatalogueLoader.Load(home);
        }
        catch (RefusedException)
        {
            return ServiceCatalogue.Empty;
        }
    }

    private static ServiceStatus SupervisorOf(Installation installation)
        => new(ServiceNames.Supervisor, installation.SupervisorPid is null ? ServiceState.Stopped : ServiceState.Running)
        {
            Health = installation.SupervisorPid is null ? HealthState.Unknown : HealthState.Healthy,
        };

    private sealed class Builder(
        MiddeckHome home, TimeProvider clock, Installation installation, ServiceSampler sampler, ServiceCatalogue catalogue, string? url)
    {
        // The file says what the supervisor last saw; the kernel says what lives now.
        public ServiceView Of(ServiceStatus service)
        {
            var pid = installation.PidOf(service.Name);
            var sample = pid is null ? null : sampler.Of(service.Name);
            var hasProcess = service.Kind is "built_in" or "process";
            var isGone = hasProcess ? pid is null : installation.SupervisorPid is null;
            var state = isGone && service.State is (ServiceState.Running or ServiceState.Starting) ? ServiceState.Stopped : service.State;
            var age = service.StartedAt is { } started && pid is not null ? (clock.GetUtcNow() - started).TotalSeconds : 0;
            return new ServiceView(
                service.Name, Name(state), pid, sample?.MemoryBytes, service.StartedAt, service.Restarts, service.LastExitCode, service.LastWords)
            {
                Kind = service.Kind,
                Health = Name(isGone ? HealthState.Unknown : service.Health),
                HealthProblem = isGone ? null : service.HealthProblem,
                Ports = PortsOf(service.Name),
                CpuPercent = sample is not null && age > 0 ? Math.Round(100 * sample.CpuSeconds / age, 1) : null,
                CpuSeconds = sample?.CpuSeconds,
                Connections = sample?.Connections,
                LimitsBy = service.LimitsBy,
            };
        }

        private IReadOnlyList<int> PortsOf(string service) => service switch
        {
            ServiceNames.Platform when url is not null => [new Uri(url).Port],
            ServiceNames.Postgres when PostgresCluster.PortOf(home) is { } port => [port],
            _ => [.. catalogue.Find(service)?.Ports.Select(port => port.Number) ?? []],
        };

        private static string Name(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}
