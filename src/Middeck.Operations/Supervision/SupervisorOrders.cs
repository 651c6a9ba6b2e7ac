using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>Carries out what the supervisor is asked to do.</summary>
internal sealed class SupervisorOrders(
    MiddeckHome home, ServiceFleet fleet, StatusBoard board, FleetSlots slots, Action<ServiceCatalogue> reloaded)
{
    /// <exception cref="RefusedException">A name is unknown, or the catalogue has faults; nothing was changed.</exception>
    public async Task<SupervisorAnswer> AnswerAsync(SupervisorRequest request, CancellationToken cancellationToken)
    {
        if (request.Command != SupervisorCommand.Reload)
        {
            Require([.. request.Services ?? [], .. request.Without ?? []]);
        }

        var names = (request.Services is { Count: > 0 } given ? given : Default(request.Command))
            .Except(request.Without ?? [])
            .ToList();
        switch (request.Command)
        {
            case SupervisorCommand.Start:
                await fleet.StartAsync(names, cancellationToken);
                break;
            case SupervisorCommand.Stop:
                var dependents = fleet.DependentsOf(names);
                if (dependents.Count > 0 && !request.WithDependents)
                {
                    return new SupervisorAnswer(
                        (int)ExitCode.Failed, SupervisionMessages.Needed(names, dependents), dependents, board.All());
                }

                await fleet.StopAsync([.. names, .. dependents], cancellationToken);
                break;
            case SupervisorCommand.Restart:
                await fleet.RestartAsync(names, cancellationToken);
                break;
            case SupervisorCommand.Reload:
                var catalogue = CatalogueLoader.Load(home);
                var added = await fleet.ReplaceAsync(slots.Of(catalogue), cancellationToken);
                reloaded(catalogue);
                await fleet.StartAsync(added.Intersect(fleet.Enabled).Except(request.Without ?? []), cancellationToken);
                break;
            default:
                break;
        }

        return new SupervisorAnswer(0, null, [], board.All());
    }

    private IReadOnlyList<string> Default(SupervisorCommand command)
        => command == SupervisorCommand.Restart
            ? [.. board.All().Where(service => service.State is not (ServiceState.Stopped or ServiceState.Failed)).Select(service => service.Name)]
            : fleet.Enabled;

    private void Require(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !fleet.Names.Contains(name)) is { } unknown)
        {
            throw new RefusedException(ExitCode.Usage, SupervisionMessages.NoSuchService(unknown, fleet.Names));
        }
    }
}
