using Microsoft.Extensions.Configuration;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Runs PostgreSQL, the platform and the catalogue of one home. It knows nothing of ASP.NET and stays below 60 MB.</summary>
public sealed class Supervisor(MiddeckHome home, IConfigurationRoot configuration, TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan RotationPeriod = TimeSpan.FromSeconds(10);

    private readonly SupervisorLog _log = new(output, clock);
    private ServiceCatalogue _catalogue = ServiceCatalogue.Empty;

    /// <summary>The supervisor's pid file.</summary>
    internal static string PidPath(MiddeckHome home) => home.RunFile($"{ServiceNames.Supervisor}.pid");

    /// <summary>Supervises until told to stop; then stops everything, those that need others first.</summary>
    /// <param name="platform">The platform's command line; its first word is our own program.</param>
    /// <param name="selection">What is started at first.</param>
    /// <param name="stopping">Stops everything.</param>
    /// <exception cref="RefusedException">Another supervisor runs in this home.</exception>
    public async Task RunAsync(IReadOnlyList<string> platform, SupervisorSelection selection, CancellationToken stopping)
    {
        using var only = HomeLock.TryTake(home.RunFile("supervisor.lock"))
            ?? throw new RefusedException(ExitCode.Failed, SupervisionMessages.AlreadySupervised(home.Root));
        PidFile.Write(PidPath(home), ProcessIdentity.Of(Environment.ProcessId)!.Value);
        _log.Write($"The supervisor of {home.Root} is process {Environment.ProcessId}.");

        var board = new StatusBoard(home, platform[0], ConfigurationLoader.Server(configuration).LocalUrl());
        var slots = new FleetSlots(home, configuration, platform, board, _log, clock);
        using var fleet = new ServiceFleet(board, _log);
        _catalogue = LoadCatalogue();
        await fleet.ReplaceAsync(slots.Of(_catalogue), stopping);

        using var beside = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var orders = new SupervisorOrders(home, fleet, board, slots, catalogue => _catalogue = catalogue);
        var rotating = RotateAsync(beside.Token);
        var listening = new SupervisorSocket(home, orders.AnswerAsync, _log).RunAsync(beside.Token);
        await fleet.StartAsync(
            selection.Of(fleet.Enabled).Union(fleet.Names.Where(name => PidFile.ReadLive(home.RunFile($"{name}.pid")) is not null)), stopping);

        // One that failed for good ends its task; the others go on, and so do we until we are told to stop.
        await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await fleet.StopAsync();
        await beside.CancelAsync();
        await rotating;
        await listening;

        File.Delete(PidPath(home));
        _log.Write("The supervisor stopped.");
    }

    // A slip of the pen in services.yaml must not keep the platform from starting with the machine; middeck up refuses before it comes here.
    private ServiceCatalogue LoadCatalogue()
    {
        try
        {
            return CatalogueLoader.Load(home);
        }
        catch (RefusedException ex)
        {
            _log.Write($"The services of the catalogue are not started. Cure the fault, then run: middeck services reload. {ex.Message}");
            return ServiceCatalogue.Empty;
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
                    Rotate(service, LogRotation.Default);
                }

                foreach (var entry in _catalogue.Services)
                {
                    Rotate(entry.Name, new LogRotation(entry.Log.MaximumBytes, entry.Log.Kept));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void Rotate(string service, LogRotation rotation)
    {
        try
        {
            rotation.Rotate(home.LogOf(service));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // A full disk must not end the supervisor; the next tick tries again.
            _log.Write($"The log of {service} could not be rotated: {ex.Message}");
        }
    }
}
