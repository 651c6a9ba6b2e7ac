
namespace Middeck.Workflows.Engine;

/// <summary>The nodes that ended in earlier parts of a run, in their order: going through them again brings a run to where it was.</summary>
internal sealed class RunReplay
{
    private readonly Dictionary<string, (int Order, NodeRecord Record)> _records = new(StringComparer.Ordinal);

    // By container: when the first of the nodes inside of it ended.
    private readonly Dictionary<string, int> _inside = new(StringComparer.Ordinal);

    public RunReplay(IReadOnlyList<NodeRecord> finished)
    {
        for (var i = 0; i < finished.Count; i++)
        {
            var record = finished[i];
            if (record.Status == NodeStatus.Stopped)
            {
                continue;
            }

            _records[record.Key] = (i, record);
            for (var bracket = record.Key.IndexOf('[', StringComparison.Ordinal);
                 bracket >= 0;
                 bracket = record.Key.IndexOf('[', bracket + 1))
            {
                _inside.TryAdd(record.Key[..bracket], i);
            }
        }
    }

    /// <summary>Of the nodes that are ready the one to go through next; null when all of it was gone through.</summary>
    public LinkedListNode<ReadyNode>? Next(LinkedList<ReadyNode> ready, Func<ReadyNode, bool> hasEffects)
    {
        LinkedListNode<ReadyNode>? first = null;
        LinkedListNode<ReadyNode>? harmless = null;
        var least = int.MaxValue;
        for (var entry = ready.First; entry is not null; entry = entry.Next)
        {
            var key = entry.Value.Frame.KeyOf(entry.Value.Place);
            var order = _inside.TryGetValue(key, out var inside) ? inside
                : _records.TryGetValue(key, out var known) ? known.Order
                : int.MaxValue;
            if (order < least)
            {
                (first, least) = (entry, order);
            }
            else if (order == int.MaxValue && harmless is null && !hasEffects(entry.Value))
            {
                harmless = entry;
            }
        }

        // Somebody may have kept only the nodes with effects: the others are worked out again.
        return first ?? (_records.Count > 0 ? harmless : null);
    }

    /// <summary>
    /// How that node ended; null when it has to be worked out: a container whose inside was kept comes of its inside.
    /// </summary>
    public NodeRecord? Take(string key)
    {
        var wasInside = _inside.Remove(key);
        return _records.Remove(key, out var known) && !wasInside ? known.Record : null;
    }
}
