using System.Collections.Concurrent;
using Middeck.Core.Identifiers;

namespace Middeck.Studio.Chat;

/// <summary>The runs of this node: those that go on, and for a minute those that ended, for watchers that come back.</summary>
internal sealed class RunHub(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Guid, ChatRun> _active = new();
    private readonly ConcurrentDictionary<Guid, (ChatRun Run, DateTimeOffset Until)> _ended = new();

    /// <summary>This node's name in leases, new with each start of the process.</summary>
    public Guid Node { get; } = Ids.New(clock);

    public ICollection<ChatRun> Active => _active.Values;

    public void Add(ChatRun run) => _active[run.Id] = run;

    /// <summary>Keeps an ended run for its minute.</summary>
    public void End(ChatRun run)
    {
        _ended[run.Id] = (run, clock.GetUtcNow() + Kept);
        _active.TryRemove(run.Id, out _);
    }

    /// <summary>Lets go of a run that goes on later or elsewhere.</summary>
    public void Forget(ChatRun run) => _active.TryRemove(KeyValuePair.Create(run.Id, run));

    /// <summary>A run of this node that goes on or ended within the last minute.</summary>
    public ChatRun? Find(Guid id)
        => _active.TryGetValue(id, out var run) ? run
            : _ended.TryGetValue(id, out var ended) ? ended.Run
            : null;

    /// <summary>Ends a run early when it is one of this node's.</summary>
    public void Cancel(Guid id, CancelReason reason)
    {
        if (_active.TryGetValue(id, out var run))
        {
            run.Cancel(reason);
        }
    }

    /// <summary>Forgets runs whose minute is over.</summary>
    public void Trim()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, ended) in _ended)
        {
            if (ended.Until <= now)
            {
                _ended.TryRemove(id, out _);
            }
        }
    }
}
