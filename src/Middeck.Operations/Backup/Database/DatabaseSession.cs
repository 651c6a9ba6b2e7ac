using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;
using Middeck.Storage;

namespace Middeck.Operations.Backup.Database;

/// <summary>A home's database for as long as it is needed: a private PostgreSQL that does not run is started and stopped again.</summary>
internal sealed class DatabaseSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ProcessIdentity? _started;
    private readonly HomeLock? _lock;
    private readonly TimeProvider _clock;

    private DatabaseSession(string connection, TimeProvider clock, ProcessIdentity? started = null, HomeLock? only = null)
    {
        Address = new DatabaseAddress(connection);
        _clock = clock;
        _started = started;
        _lock = only;
    }

    public DatabaseAddress Address { get; }

    /// <summary>Reaches the configured database, or the home's own.</summary>
    /// <param name="home">The home.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="create">Whether a private cluster that is not there is made.</param>
    /// <param name="clock">Paces the waiting.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">There is no cluster, or it does not start.</exception>
    public static async Task<DatabaseSession> OpenAsync(
        MiddeckHome home, IConfigurationRoot configuration, bool create, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!ConfigurationLoader.UsesPrivateDatabase(configuration))
        {
            return Of(configuration["database:connection"]!, clock);
        }

        return await OpenPrivateAsync(home, create, clock, cancellationToken);
    }

    /// <summary>The database of a platform that runs: it needs no starting.</summary>
    public static DatabaseSession Of(string connection, TimeProvider clock)
        => new(PostgresUrl.ToConnectionString(connection), clock);

    /// <summary>The home's own, whatever its configuration names.</summary>
    public static async Task<DatabaseSession> OpenPrivateAsync(
        MiddeckHome home, bool create, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (FindRunning(home) is { } running)
        {
            return new DatabaseSession(running, clock);
        }

        // Whoever starts the home at this moment must not start a second server on the same data.
        var only = HomeLock.TryTake(home.RunFile("up.lock"))
            ?? throw new RefusedException(ExitCode.Failed, BackupMessages.StartInProgress(home.Root));
        try
        {
            var started = await StartAsync(home, create, clock, cancellationToken);
            return new DatabaseSession(PostgresRecord.ConnectionString(home)!, clock, started, only);
        }
        catch
        {
            only.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is { } server)
        {
            await ProcessStopping.StopAsync(
                server, Signal.Interrupt, Patience, Signal.Quit, _clock, CancellationToken.None);
        }

        _lock?.Dispose();
    }

    private static string? FindRunning(MiddeckHome home)
        => PostmasterFile.FindLive(PostgresPlace.Of(home).Data) is not null ? PostgresRecord.ConnectionString(home) : null;

    private static async Task<ProcessIdentity> StartAsync(
        MiddeckHome home, bool create, TimeProvider clock, CancellationToken cancellationToken)
    {
        var cluster = await PostgresCluster.OpenAsync(home, cancellationToken);
        if (!cluster.Exists && !create)
        {
            throw new RefusedException(ExitCode.NotRunning, BackupMessages.NoCluster(home.Root));
        }

        await cluster.CreateAsync(cancellationToken);
        var port = await PostgresPort.ChooseAsync(home, cancellationToken);
        cluster.RecordAt(port).Write(home);
        using var process = DetachedProcess.Start(cluster.StartCommand(port), home.LogOf("postgres"));
        var started = ProcessIdentity.Of(process.Id)
            ?? throw new RefusedException(ExitCode.StartFailed, BackupMessages.NoServer(home.LogOf("postgres")));
        await WaitAsync(started, cluster.DataFolder, home, clock, cancellationToken);
        return started;
    }

    private static async Task WaitAsync(
        ProcessIdentity server, string data, MiddeckHome home, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), clock);
        while (PostmasterFile.Read(data) is not { IsReady: true } file || file.Pid != server.Pid)
        {
            if (!server.IsAlive)
            {
                throw new RefusedException(ExitCode.StartFailed, BackupMessages.NoServer(home.LogOf("postgres")));
            }

            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await ProcessStopping.StopAsync(
                    server, Signal.Interrupt, Patience, Signal.Quit, clock, CancellationToken.None);
                throw;
            }
        }
    }
}
