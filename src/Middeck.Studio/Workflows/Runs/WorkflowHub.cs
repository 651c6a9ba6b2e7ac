using System.Collections.Concurrent;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>The runs of graphs that this node works on. What has ended is read from the journal.</summary>
internal sealed class WorkflowHub(RunHub chats)
{
    private readonly ConcurrentDictionary<Guid, WorkflowRun> _active = new();

    /// <summary>This node's name in leases.</summary>
    public Guid Node => chats.Node;

    public ICollection<WorkflowRun> Active => _active.Values;

    public void Add(WorkflowRun run) => _active[run.Id] = run;

    public void Remove(WorkflowRun run) => _active.TryRemove(KeyValuePair.Create(run.Id, run));

    public WorkflowRun? Find(Guid id) => _active.GetValueOrDefault(id);

    /// <summary>Ends a run early when it is one of this node's.</summary>
    public bool Cancel(Guid id, CancelReason reason)
    {
        if (Find(id) is not { } run)
        {
            return false;
        }

        run.Cancel(reason);
        return true;
    }
}
