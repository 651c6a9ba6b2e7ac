using Microsoft.Extensions.Configuration;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Makes the slots of a home: the platform's own parts, and the services of the catalogue.</summary>
internal sealed class FleetSlots(
    MiddeckHome home, IConfigurationRoot configuration, IReadOnlyList<string> platform, StatusBoard board, SupervisorLog log, TimeProvider clock)
{
    private readonly bool _hasPostgres = ConfigurationLoader.UsesPrivateDatabase(configuration);
    private readonly ServerOptions _server = ConfigurationLoader.Server(configuration);

    public IReadOnlyList<ServiceSlot> Of(ServiceCatalogue catalogue) => [.. BuiltIn(), .. catalogue.Services.Select(SlotOf)];

    private IEnumerable<ServiceSlot> BuiltIn()
    {
        if (_hasPostgres)
        {
            yield return SlotOf(new PostgresRecipe(home), []);
        }

        yield return SlotOf(
            new PlatformRecipe(home, platform, _server.LocalUrl()), _hasPostgres ? [ServiceNames.Postgres] : []);
    }

    private ServiceSlot SlotOf(IServiceRecipe recipe, IReadOnlyList<string> needed)
        => new(new ServiceStatus(recipe.Name, ServiceState.Waiting), recipe.Name, () => new SupervisedService(recipe, home, board, log, clock))
        {
            DependsOn = needed,
        };

    private ServiceSlot SlotOf(ServiceEntry entry)
    {
        var status = new ServiceStatus(entry.Name, ServiceState.Stopped) { Kind = entry.Kind.ToString().ToLowerInvariant() };
        return new ServiceSlot(status, ServiceFingerprint.Of(entry), () => Make(entry))
        {
            DependsOn = [.. entry.DependsOn.Where(name => name != ServiceNames.Postgres || _hasPostgres)],
            After = _hasPostgres ? [ServiceNames.Postgres] : [],
            IsEnabled = entry.IsEnabled,
        };
    }

    private ISupervised Make(ServiceEntry entry) => entry.Kind == ServiceKind.Process
        ? new SupervisedService(new CatalogueRecipe(home, entry, _server.Port), home, board, log, clock)
        : new ExternalService(entry, ControlOf(entry), _server.Port, home, board, log, clock);

    internal static IExternalControl ControlOf(ServiceEntry entry) => entry.Kind switch
    {
        ServiceKind.Systemd => new SystemdUnit(entry.Unit!),
        ServiceKind.Compose => new ComposeProject(entry),
        _ => new ForeignAddress(),
    };
}
