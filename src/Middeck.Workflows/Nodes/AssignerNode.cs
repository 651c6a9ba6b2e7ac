using System.Text;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Gives variables of the conversation, or of a loop around it, new values; each item sees what those before it did.</summary>
internal sealed class AssignerNode : INodeExecutor
{
    public string Type => NodeTypes.Assigner;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<Selector, Segment>();
        var updates = new List<Segment>();
        foreach (var item in context.Node.Settings(AssignerItems.Read).All)
        {
            var present = changed.GetValueOrDefault(item.Variable) ?? context.Require(item.Variable);
            var operand = item.From is null ? item.Constant
                : item.NeedsValue ? changed.GetValueOrDefault(item.From) ?? context.Require(item.From)
                : Segment.None;
            var value = Assignment.Apply(item.Operation, present, operand);
            CheckSize(item.Variable, value, context.Options.MaxVariableBytes);
            changed[item.Variable] = value;
            updates.Add(Segment.Of(new OrderedDictionary<string, Segment>
            {
                ["name"] = Segment.Of(item.Variable.Variable),
                ["selector"] = Segment.Of([.. item.Variable.Parts.Select(Segment.Of)], SegmentType.ArrayString),
                ["value_type"] = Segment.Of(SegmentTypes.NameOf(value.Type)),
                ["new_value"] = value,
            }));
        }

        return ValueTask.FromResult(NodeResult.Success() with
        {
            Writes = [.. changed.Select(pair => new VariableWrite(pair.Key, pair.Value))],
            ProcessData = new OrderedDictionary<string, Segment>
            {
                ["updated_variables"] = Segment.Of(updates, SegmentType.ArrayObject),
            },
        });
    }

    private static void CheckSize(Selector variable, Segment value, int limit)
    {
        // A scalar needs no JSON to be measured.
        var size = value.Text is { } text ? Encoding.UTF8.GetByteCount(text)
            : value.IsArray || value.Type == SegmentType.Object ? Encoding.UTF8.GetByteCount(value.ToJson())
            : 0;
        if (size > limit)
        {
            throw new NodeException(
                "VariableSizeError", $"The variable '{variable.Variable}' would have {size} bytes; at most {limit} are allowed.");
        }
    }
}
