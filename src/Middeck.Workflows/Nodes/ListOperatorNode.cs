using System.Globalization;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Filters a list, picks an item, sorts and cuts, in this order.</summary>
internal sealed class ListOperatorNode : INodeExecutor
{
    public string Type => NodeTypes.ListOperator;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(ListOperatorSettings.Read);
        var list = context.Variables.Find(settings.Variable)
            ?? throw new NodeException("VariableNotFoundError", $"Variable not found for selector: {settings.Variable}");
        if (!list.IsArray)
        {
            throw new NodeException(
                "InvalidInputTypeError", $"The list operator needs a list, but {settings.Variable} is {SegmentTypes.NameOf(list.Type)}.");
        }

        var items = list.Items.Count == 0 ? [] : Work(settings, list.Items, context.Variables);
        return ValueTask.FromResult(NodeResult.Success(new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["result"] = Segment.Of(items, list.Type),
            ["first_record"] = items.Count > 0 ? items[0] : Segment.None,
            ["last_record"] = items.Count > 0 ? items[^1] : Segment.None,
        }) with
        { Inputs = new OrderedDictionary<string, Segment> { ["variable"] = list } });
    }

    private static List<Segment> Work(ListOperatorSettings settings, IReadOnlyList<Segment> list, VariablePool pool)
    {
        var items = (settings.Filters ?? []).Aggregate<ListFilter, IEnumerable<Segment>>(list, (rest, filter) => filter.Keep(rest, pool)).ToList();
        if (settings.Extract is { } serial)
        {
            items = [Pick(items, serial.Render(pool))];
        }

        if (settings.Order is { } order)
        {
            items = [.. order.IsDescending
                ? items.OrderDescending(new SegmentOrder(order.Key))
                : items.Order(new SegmentOrder(order.Key))];
        }

        return settings.Limit is { } limit ? [.. items.Take(limit)] : items;
    }

    private static Segment Pick(List<Segment> items, string serial)
        => int.TryParse(serial, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= items.Count
            ? items[number - 1]
            : throw new NodeException("ValueError", $"Invalid serial index: must be between 1 and {items.Count}");
}
