using Microsoft.Extensions.Logging;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Monitoring;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Management.Services;

/// <summary>The services of this node's home, through its supervisor.</summary>
internal sealed partial class ManagedServices(MiddeckHome home, TimeProvider clock, ILogger<ManagedServices> logger)
{
    private readonly SupervisorClient _supervisor = new(home);

    public ServiceListView List()
    {
        var (catalogue, problem) = Catalogue();
        var view = InstallationView.Of(home, clock);
        var supervised = new Installation(home, clock).SupervisorPid is not null;
        var names = view.Services.Select(service => service.Name).ToHashSet();
        // A new entry is shown before the supervisor has read it.
        var missing = catalogue.Services.Where(entry => !names.Contains(entry.Name))
            .Select(entry => new ServiceView(entry.Name, "stopped", null, null, null, 0, null, null)
            {
                Kind = entry.Kind.ToString().ToLowerInvariant(),
                Ports = [.. entry.Ports.Select(port => port.Number)],
            });
        return new ServiceListView(
            supervised,
            home.Root,
            view.Url,
            Sentence.OfNullable(problem),
            [.. view.Services.Concat(missing).Select(service => Of(service, catalogue, view.Url, supervised))]);
    }

    public async Task<ManagedService> ActAsync(
        string name, ServiceAct act, bool withDependents, CancellationToken cancellationToken)
    {
        var service = Require(name);
        if (!List().Supervised)
        {
            throw OperationsFaults.NotSupervised();
        }

        if (!service.Acts.Contains(act))
        {
            throw OperationsFaults.ActNotAllowed(name);
        }

        var request = new SupervisorRequest(
            act switch
            {
                ServiceAct.Start => SupervisorCommand.Start,
                ServiceAct.Stop => SupervisorCommand.Stop,
                _ => SupervisorCommand.Restart,
            },
            [name],
            WithDependents: withDependents);
        var answer = await AskAsync(request, cancellationToken);
        return answer.Dependents.Count > 0 && answer.Code != 0 ? throw OperationsFaults.NeededBy(answer.Dependents) : Require(name);
    }

    /// <summary>Has the supervisor stop this process and start it again. What it answers nobody is left to read.</summary>
    public async Task RestartSelfAsync()
    {
        try
        {
            await _supervisor.AskAsync(
                new SupervisorRequest(SupervisorCommand.Restart, [ServiceNames.Platform]), CancellationToken.None);
        }
        catch (RefusedException ex)
        {
            LogNotRestarted(ex.Message);
        }
    }

    public async Task<ServiceListView> ReloadAsync(CancellationToken cancellationToken)
    {
        if (Catalogue().Problem is { } problem)
        {
            throw OperationsFaults.CatalogueInvalid(problem);
        }

        if (!List().Supervised)
        {
            throw OperationsFaults.NotSupervised();
        }

        await AskAsync(new SupervisorRequest(SupervisorCommand.Reload), cancellationToken);
        return List();
    }

    public ManagedService Require(string name)
        => List().Data.FirstOrDefault(service => service.Name == name) ?? throw OperationsFaults.ServiceNotFound(name);

    public (ServiceCatalogue Catalogue, Language.Message? Problem) Catalogue()
    {
        try
        {
            return (CatalogueLoader.Load(home), null);
        }
        catch (RefusedException ex)
        {
            return (ServiceCatalogue.Empty, ex.Sentence);
        }
    }

    private async Task<SupervisorAnswer> AskAsync(SupervisorRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _supervisor.AskAsync(request, cancellationToken);
        }
        catch (RefusedException ex)
        {
            throw ex.Code == ExitCode.NotRunning ? OperationsFaults.NotSupervised() : OperationsFaults.Refused(ex);
        }
    }

    private static ManagedService Of(ServiceView service, ServiceCatalogue catalogue, string? url, bool supervised)
    {
        var entry = catalogue.Find(service.Name);
        return new ManagedService(service)
        {
            Description = entry?.Description ?? "",
            Address = entry is not null && url is not null && ServiceAddresses.Of(entry, url) is [var first, ..] ? first : null,
            DependsOn = entry?.DependsOn ?? [],
            RequiredBy = [.. catalogue.Services.Where(other => other.DependsOn.Contains(service.Name)).Select(other => other.Name)],
            Acts = supervised ? ActsOf(service) : [],
        };
    }

    private static IReadOnlyList<ServiceAct> ActsOf(ServiceView service) => service switch
    {
        { Name: ServiceNames.Platform } => [ServiceAct.Restart],
        { Kind: "built_in" or "url" } => [],
        { State: "stopped" or "failed" } => [ServiceAct.Start],
        _ => [ServiceAct.Stop, ServiceAct.Restart],
    };

    [LoggerMessage(LogLevel.Error, "The platform could not be restarted: {Reason}")]
    private partial void LogNotRestarted(string reason);
}
