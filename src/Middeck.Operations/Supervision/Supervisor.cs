using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Runs PostgreSQL and the platform of one home. It knows nothing of ASP.NET and stays below 60 MB.</summary>
public sealed class Supervisor(MiddeckHome home, IConfigurationRoot configuration, TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan RotationPeriod = TimeSpan.FromSeconds(10);

    private readonly SupervisorLog _log = new(output, clock);

    /// <summary>The supervisor's pid file.</summary>
    internal static string PidPath(MiddeckHome home) => home.RunFile($"{ServiceNames.Supervisor}.pid");

    /// <summary>Supervises until told to stop; then stops the platform and after it PostgreSQL.</summary>
    /// <param name="platform">The platform's command line; its first word is our own program.</param>
    /// <param name="stopping">Stops everything.</param>
    /// <exception cref="RefusedException">Another supervisor runs in this home.</exception>
    public async Task RunAsync(IReadOnlyList<string> platform, CancellationToken stopping)
    {
        using var only = HomeLock.TryTake(home.RunFile("supervisor.lock"))
            ?? throw new RefusedException(ExitCode.Failed, SupervisionMessages.AlreadySupervised(home.Root));
        PidFile.Write(PidPath(home), ProcessIdentity.Of(Environment.ProcessId)!.Value);
        _log.Write($"The supervisor of {home.Root} is process {Environment.ProcessId}.");

        var board = new StatusBoard(home, platform[0], ConfigurationLoader.Server(configuration).LocalUrl());
        var services = Recipes(platform)
            .Select(recipe => new SupervisedService(recipe, home, board, _log, clock))
            .ToList();
        board.Announce(services.Select(service => service.Name));

        using var rotation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var rotating = RotateAsync(rotation.Token);
        await RunInOrderAsync(services, stopping);
        await rotation.CancelAsync();
        await rotating;

        File.Delete(PidPath(home));
        _log.Write("The supervisor stopped.");
    }

    private IEnumerable<IServiceRecipe> Recipes(IReadOnlyList<string> platform)
    {
        if (ConfigurationLoader.UsesPrivateDatabase(configuration))
        {
            yield return new PostgresRecipe(home);
        }

        yield return new PlatformRecipe(home, platform);
    }

    private static async Task RunInOrderAsync(List<SupervisedService> services, CancellationToken stopping)
    {
        var running = new List<(Task Task, CancellationTokenSource Stop)>();
        foreach (var service in services)
        {
            var stop = new CancellationTokenSource();
            running.Add((service.RunAsync(stop.Token), stop));
            try
            {
                if (!await service.Ready.WaitAsync(stopping))
                {
                    break;
                }
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        // One that failed for good ends its task; the others go on, and so do we until we are told to stop.
        await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (task, stop) in Enumerable.Reverse(running))
        {
            await stop.CancelAsync();
            await task;
            stop.Dispose();
        }
    }

    private async Task RotateAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(RotationPeriod, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                foreach (var service in ServiceNames.All)
                {
                    Rotate(service);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void Rotate(string service)
    {
        try
        {
            LogRotation.Default.Rotate(home.LogOf(service));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // A full disk must not end the supervisor; the next tick tries again.
            _log.Write($"The log of {service} could not be rotated: {ex.Message}");
        }
    }
}
