using System.Globalization;
using Microsoft.Extensions.Configuration;
using Middeck.Operations;
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

    public Start(CommandContext context, Dictionary<string, string> settings, Tongue tongue)
    {
        _context = context;
        _settings = settings;
        _tongue = tongue;
        _installation = new Installation(context.Home, context.Clock);
    }

    private MiddeckHome Home => _context.Home;

    /// <summary>Starts the supervisor as a process of its own and leaves it running.</summary>
    public async Task InBackgroundAsync(CancellationToken cancellationToken)
    {
        using var only = await EnterAsync(cancellationToken);
        var configuration = Load();
        if (await IsUpAsync(configuration, cancellationToken))
        {
            AnnounceReady(_installation.Status!.Url, configuration, passwordIsNew: false);
            return;
        }

        await PrepareAsync(configuration, cancellationToken);
        var passwordExisted = File.Exists(Home.InitialPasswordFile);
        if (_installation.SupervisorPid is null)
        {
            Say(CliMessages.Starting());
            _installation.StartSupervisor([_context.Executable, "supervise", .. SettingOptions.ToArguments(_settings)]);
        }

        var url = ConfigurationLoader.Server(configuration).LocalUrl();
        try
        {
            await new StartWatch(_installation, url, _context.Clock, Say).WaitAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is RefusedException or OperationCanceledException)
        {
            // Nothing half-started stays behind, not even after Ctrl-C.
            await _installation.StopAsync(CancellationToken.None);
            throw;
        }

        UnfinishedUpgrade.Complete(Home, _context.Executable);
        AnnounceReady(url, configuration, !passwordExisted);
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
                .RunAsync(PlatformCommand.For(_context, _settings), stop.Token);
            try
            {
                await new StartWatch(_installation, url, _context.Clock, Say).WaitAsync(cancellationToken);
                AnnounceReady(url, configuration, !passwordExisted);
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

        if (status.Services.Any(service => service.State == ServiceState.Failed))
        {
            await _installation.StopAsync(cancellationToken);
        }

        return false;
    }

    private async Task PrepareAsync(IConfigurationRoot configuration, CancellationToken cancellationToken)
    {
        DiskSpace.Require(Home.Root);
        var server = ConfigurationLoader.Server(configuration);
        if (_installation.PidOf(ServiceNames.Platform) is null)
        {
            EntryPort.Require(server.Address, server.Port);
        }

        if (!ConfigurationLoader.UsesPrivateDatabase(configuration))
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
