using Middeck.Core.Identifiers;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>Tells what an agent does: rounds, and in each what the model thought and what was called. May be used from any thread.</summary>
internal sealed class AgentNodeLog(NodeContext context)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, AgentLogEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Begins a step.</summary>
    /// <returns>Ends it, with what came out and the error if there was one.</returns>
    public AgentNodeStep Begin(string label, string? parent, Segment data, Segment? metadata = null)
    {
        var step = new AgentNodeStep(this, Ids.New(context.Clock).ToString(), label, parent, metadata ?? Segment.EmptyObject, context.Clock);
        Tell(step.Entry("start", data, error: null));
        return step;
    }

    /// <summary>All steps in their order, as <c>execution_metadata.agent_log</c> has them.</summary>
    public Segment All()
    {
        lock (_lock)
        {
            return Segment.Of([.. _entries.Values.Select(entry => Segment.Of(new OrderedDictionary<string, Segment>
            {
                ["id"] = Segment.Of(entry.Id),
                ["label"] = Segment.Of(entry.Label),
                ["parent_id"] = Segment.Of(entry.ParentId),
                ["status"] = Segment.Of(entry.Status),
                ["error"] = Segment.Of(entry.Error),
                ["data"] = entry.Data,
                ["metadata"] = entry.Metadata,
                ["node_id"] = Segment.Of(context.Node.Id),
            }))], SegmentType.ArrayObject);
        }
    }

    internal void Tell(AgentLogEntry entry)
    {
        lock (_lock)
        {
            _entries[entry.Id] = entry;
        }

        context.Log(entry);
    }
}
