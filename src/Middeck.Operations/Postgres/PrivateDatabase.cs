using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Postgres;

/// <summary>The home's own PostgreSQL for as long as a command needs it, without a supervisor.</summary>
public sealed class PrivateDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly IServiceRecipe _recipe;
    private readonly ProcessIdentity _process;
    private readonly string _pidFile;
    private readonly TimeProvider _clock;

    private PrivateDatabase(IServiceRecipe recipe, ProcessIdentity process, string pidFile, TimeProvider clock)
    {
        _recipe = recipe;
        _process = process;
        _pidFile = pidFile;
        _clock = clock;
    }

    /// <summary>Makes it where it is missing, starts it and waits until it takes connections.</summary>
    /// <exception cref="RefusedException">It cannot be made or does not start.</exception>
    public static async Task<PrivateDatabase> StartAsync(
        MiddeckHome home, TimeProvider clock, CancellationToken cancellationToken)
    {
        var recipe = new PostgresRecipe(home);
        var command = await recipe.PrepareAsync(cancellationToken);
        var log = home.LogOf(recipe.Name);
        var start = new LogReader(log, clock).End;
        using var child = DetachedProcess.Start(command, log);
        var process = ProcessIdentity.Of(child.Id) ?? new ProcessIdentity(child.Id, -1);
        var pidFile = home.RunFile($"{recipe.Name}.pid");
        PidFile.Write(pidFile, process);
        var database = new PrivateDatabase(recipe, process, pidFile, clock);
        var since = clock.GetTimestamp();
        while (!recipe.IsReady(process))
        {
            if (!process.IsAlive || clock.GetElapsedTime(since) > Patience)
            {
                await database.DisposeAsync();
                throw new RefusedException(
                    ExitCode.StartFailed, PostgresMessages.NotStarted(new LogReader(log, clock).LastWords(start) ?? log));
            }

            await Task.Delay(Poll, clock, cancellationToken);
        }

        return database;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ProcessStopping.StopAsync(
            _process, _recipe.StopSignal, _recipe.StopPatience, _recipe.LastResort, _clock, CancellationToken.None);
        File.Delete(_pidFile);
    }
}
