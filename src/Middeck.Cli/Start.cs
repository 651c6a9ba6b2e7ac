using System.Globalization;
using Microsoft.Extensions.Configuration;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Backup.Restoring;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Operations.Logs;
using Middeck.Operations.Ports;
using Middeck.Operations.Postgres;
using Middeck.Operations.Supervision;
using Middeck.Operations.Upgrade;
using Middeck.Server;

namespace Middeck.Cli;

/// <summary>One <c>middeck up</c>: everything that can be refused is refused before anything is made.</summary>
internal sealed class Start
{
    private readonly CommandContext _context;
    private readonly Dictionary<string, string> _settings;
    private readonly Tongue _tongue;
    private readonly Installation _installation;

    private readonly SupervisorSelection _selection;
    private ServiceCatalogue _catalogue = ServiceCatalogue.Empty;

    public Start(CommandContext context, Dictionary<string, string> settings, SupervisorSelection selection)
    {
        _context = context;
        _settings = settings;
        _selection = selection;
        _tongue = context.Tongue;
        _installation = new Installation(context.Home, context.Clock);
    }

    private MiddeckHome Home => _context.Home;

    // Whether the platform itself is started: it is, unless services were named that do without it.
    private bool StartsPlatform => Names.Contains(ServiceNames.Platform);

    // What is started, with what that needs.
    private IReadOnlyList<string> Names
    {
        get
        {
            var names = (_selection.Only.Count > 0
                    ? _selection.Only
                    : [ServiceNames.Platform, .. _catalogue.Services.Where(service => service.IsEnabled).Select(service => service.Name)])
                .Except(_selection.Without)
                .ToHashSet();
            while (_catalogue.Services.FirstOrDefault(service => names.Contains(service.Name) && !service.DependsOn.All(names.Contains)) is { } service)
            {
                names.UnionWith(service.DependsOn);
            }

            return [.. names];
        }
    }

    /// <summary>Starts the supervisor as a process of its own and leaves it running.</summary>
    public async Task<ExitCode> InBackgroundAsync(CancellationToken cancellationToken)
    {
        using var only = await EnterAsync(cancellationToken);
        var configuration = Load();
        if (await IsUpAsync(configuration, cancellationToken))
        {
            await CatchUpAsync(configuration, cancellationToken);
            AnnounceReady(_installation.Status!.Url, configuration, passwordIsNew: false);
            return await ServicesAsync(cancellationToken);
        }

        await PrepareAsync(configuration, cancellationToken);
        var passwordExisted = File.Exists(Home.InitialPasswordFile);
        if (_installation.SupervisorPid is null)
        {
            Say(CliMessages.Starting());
            _installation.StartSupervisor(
                [_context.Executable, "supervise", .. SettingOptions.ToArguments(_settings), .. SelectionOptions.ToArguments(_selection)]);
        }
        else
        {
            await CatchUpAsync(configuration, cancellationToken);
        }

        var url = ConfigurationLoader.Server(configuration).LocalUrl();
        try
        {
            if (StartsPlatform)
            {
                await new StartWatch(_installation, url, _context.Clock, Say).WaitAsync(cancellationToken);
            }
        }
        catch (Exception ex) when (ex is RefusedException or OperationCanceledException)
        {
            // Nothing half-started stays behind, not even after Ctrl-C.
            await _installation.StopAsync(CancellationToken.None);
            throw;
        }

        UnfinishedUpgrade.Complete(Home, _context.Executable);
        if (StartsPlatform)
        {
            AnnounceReady(url, configuration, !passwordExisted);
        }

        return await ServicesAsync(cancellationToken);
    }

    /// <summary>Supervises in this process until it is told to stop.</summary>
    public async Task InForegroundAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var only = await EnterAsync(cancellationToken);
        Task supervising;
        Task following;
        using (only)
        {
            var configuration = Load();
            if (_installation.SupervisorPid is not null)
            {
                throw new RefusedException(
                    ExitCode.Failed, CliMessages.AlreadyInBackground(_installation.Status?.Url ?? Home.Root));
            }

            await PrepareAsync(configuration, cancellationToken);
            var passwordExisted = File.Exists(Home.InitialPasswordFile);
            var log = new LogReader(Home.LogOf(ServiceNames.Platform), _context.Clock);
            following = log.FollowAsync(log.End, _context.Error, stop.Token);
            var url = ConfigurationLoader.Server(configuration).LocalUrl();
            supervising = new Supervisor(Home, configuration, _context.Error, _context.Clock)
                .RunAsync(PlatformCommand.For(_context, _settings), _selection, stop.Token);
            try
            {
                await new StartWatch(_installation, url, _context.Clock, Say).WaitAsync(cancellationToken);
                AnnounceReady(url, configuration, !passwordExisted);
                await ServicesAsync(cancellationToken);
            }
            catch (Exception ex) when (ex is RefusedException or OperationCanceledException)
            {
                await stop.CancelAsync();
                await supervising;
                throw;
            }
        }

        await supervising;
        await stop.CancelAsync();
        await following;
    }

    private async Task<HomeLock> EnterAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Home.Root))
        {
            DiskSpace.Require(Home.Root);
        }

        Home.Create();
        RestoreMarker.Refuse(Home);
        UnfinishedUpgrade.Refuse(Home, _context.Executable);
        return await HomeLock.TakeAsync(
            Home.RunFile("up.lock"), () => Say(CliMessages.WaitingForOther()), _context.Clock, cancellationToken);
    }

    private IConfigurationRoot Load()
    {
        var configuration = ConfigurationLoader.Load(Home, _settings, _context.Environment);
        ConfigurationCheck.ThrowIfInvalid(configuration, MiddeckServer.KnownOptions());
        _catalogue = CatalogueLoader.Load(Home);
        ServiceArguments.Require(_catalogue, [.. _selection.Only, .. _selection.Without]);
        if (_selection.Without.FirstOrDefault(Names.Contains) is { } needed)
        {
            throw new RefusedException(ExitCode.Usage, RunningMessages.WithoutNeeded(
                needed, _catalogue.Services.First(service => Names.Contains(service.Name) && service.DependsOn.Contains(needed)).Name));
        }

        var server = ConfigurationLoader.Server(configuration);
        if (server.Port != 0)
        {
            return configuration;
        }

        // Both the platform and whoever asks for its health must know the number.
        var port = PortProbe.FirstFree(System.Net.IPAddress.Parse(server.Address), 17080) ?? 0;
        _settings["server.port"] = port.ToString(CultureInfo.InvariantCulture);
        return ConfigurationLoader.Load(Home, _settings, _context.Environment);
    }

    // Healthy and of this build: nothing to do. Of another build or failed for good: stopped, to be started again.
    private async Task<bool> IsUpAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        if (_installation.SupervisorPid is null || _installation.Status is not { } status)
        {
            return false;
        }

        if (status.Executable != _context.Executable)
        {
            Say(CliMessages.NewBuild());
            await _installation.StopAsync(cancellationToken);
            return false;
        }

        if (_settings.ContainsKey("server.port") && ConfigurationLoader.Server(configuration).LocalUrl() != status.Url)
        {
            throw new RefusedException(ExitCode.Usage, CliMessages.OtherPort(status.Url));
        }

        using var probe = new HealthProbe(status.Url);
        if ((await probe.AskAsync(cancellationToken)).CanServe)
        {
            return true;
        }

        if (status.Services.Any(service => service is { Kind: "built_in", State: ServiceState.Failed }))
        {
            await _installation.StopAsync(cancellationToken);
        }

        return false;
    }

    // The supervisor that runs reads the catalogue again and starts what is missing.
    private async Task CatchUpAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        RequirePorts(configuration);
        var supervisor = new SupervisorClient(Home);
        await supervisor.AskAsync(
            new SupervisorRequest(SupervisorCommand.Reload, Without: _selection.Without), cancellationToken);
        var answer = await supervisor.AskAsync(
            new SupervisorRequest(SupervisorCommand.Start, _selection.Only, _selection.Without), cancellationToken);
        foreach (var service in answer.Services.Where(service => service.Pid is not null && _selection.Without.Contains(service.Name)))
        {
            Say(RunningMessages.RunsAnyway(service.Name));
        }
    }

    // Refused before anything is started, with the owner's name and the way out.
    private void RequirePorts(IConfigurationRoot configuration)
    {
        var names = Names;
        var conflict = new PortRegistry(Home, configuration, _catalogue).Look()
            .FirstOrDefault(port => port.State == PortState.Conflict && port.Service != ServiceNames.Platform && names.Contains(port.Service));
        if (conflict is not null)
        {
            throw new RefusedException(ExitCode.PortUnavailable, PortMessages.Taken(conflict.Service, conflict.Number, conflict.Owner));
        }
    }

    private async Task<ExitCode> ServicesAsync(CancellationToken cancellationToken)
    {
        var lost = await new ServiceWatch(_installation, _context.Clock, Say)
            .WaitAsync(Names.Where(name => _catalogue.Find(name) is not null), cancellationToken);
        foreach (var (service, why) in lost)
        {
            LostService.Show(_context, _catalogue, service, why);
        }

        if (_installation.Status is { } status)
        {
            AccessAddresses.Show(_context, _catalogue, status);
        }

        return lost.Count == 0 ? ExitCode.Ok : ExitCode.ServicesFailed;
    }

    private async Task PrepareAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        DiskSpace.Require(Home.Root);
        var server = ConfigurationLoader.Server(configuration);
        RequirePorts(configuration);
        if (StartsPlatform && _installation.PidOf(ServiceNames.Platform) is null)
        {
            EntryPort.Require(server.Address, server.Port);
        }

        if (!ConfigurationLoader.UsesPrivateDatabase(configuration)
            || !(StartsPlatform || Names.Contains(ServiceNames.Postgres)))
        {
            return;
        }

        var cluster = await PostgresCluster.OpenAsync(Home, cancellationToken);
        if (!cluster.Exists)
        {
            DiskSpace.Require(cluster.DataFolder);
            Say(CliMessages.CreatingPostgres(cluster.DataFolder));
            await cluster.CreateAsync(cancellationToken);
        }
    }

    private void AnnounceReady(string url, IConfiguration configuration, bool passwordIsNew)
    {
        _context.Output.WriteLine(CliMessages.Ready(url).In(_tongue));
        if (!File.Exists(Home.InitialPasswordFile))
        {
            return;
        }

        var email = configuration["identity:adminemail"] ?? "admin@middeck.local";
        var line = passwordIsNew
            ? CliMessages.Administrator(email, File.ReadAllText(Home.InitialPasswordFile).Trim())
            : CliMessages.PasswordFile(email, Home);
        _context.Output.WriteLine(line.In(_tongue));
    }

    private void Say(Message message) => _context.Error.WriteLine(message.In(_tongue));
}
