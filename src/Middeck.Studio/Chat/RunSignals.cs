using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Middeck.Storage.Notifications;

namespace Middeck.Studio.Chat;

/// <summary>
/// How nodes tell one another that a run is watched from afar, and that its saved answer has grown. Only hints: who misses one
/// reads the row a moment later.
/// </summary>
internal sealed class RunSignals(RunHub hub, INotificationBus bus, TimeProvider clock) : IHostedService, IDisposable
{
    /// <summary>How long a node that watches is told without asking again.</summary>
    public static readonly TimeSpan WatchLasts = TimeSpan.FromSeconds(30);

    private const string WatchChannel = "studio_watch";
    private const string GrownChannel = "studio_grown";

    private readonly ConcurrentDictionary<RunSignal, Guid> _signals = new();
    private IDisposable? _watch;
    private IDisposable? _grown;

    /// <summary>Hears of a run until the answer is disposed.</summary>
    public RunSignal Listen(Guid runId)
    {
        var signal = new RunSignal(clock, gone => _signals.TryRemove(gone, out _));
        _signals[signal] = runId;
        return signal;
    }

    /// <summary>Asks the node that runs the run to tell when its answer grows.</summary>
    public Task AskAsync(Guid runId, CancellationToken cancellationToken)
        => bus.PublishAsync(WatchChannel, runId.ToString(), cancellationToken);

    /// <summary>Tells other nodes that the row of a run holds more, if any of them watches.</summary>
    public Task TellAsync(ChatRun run, CancellationToken cancellationToken)
        => run.WatchedUntil > clock.GetUtcNow()
            ? bus.PublishAsync(GrownChannel, run.Id.ToString(), cancellationToken)
            : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = bus.Subscribe(WatchChannel, HearWatch);
        _grown = bus.Subscribe(GrownChannel, HearGrown);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _watch, null)?.Dispose();
        Interlocked.Exchange(ref _grown, null)?.Dispose();
    }

    private void HearWatch(string payload)
    {
        if (hub.Find(Guid.Parse(payload)) is { } run)
        {
            run.WatchedUntil = clock.GetUtcNow() + WatchLasts;
        }
    }

    private void HearGrown(string payload)
    {
        var id = Guid.Parse(payload);
        foreach (var (signal, runId) in _signals)
        {
            if (runId == id)
            {
                signal.Set();
            }
        }
    }
}
