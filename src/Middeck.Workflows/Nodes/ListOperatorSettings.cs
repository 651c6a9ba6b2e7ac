using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>What a list operator does, each step null when it is switched off.</summary>
internal sealed record ListOperatorSettings(
    Selector Variable, IReadOnlyList<ListFilter>? Filters, TextTemplate? Extract, ListOrder? Order, int? Limit)
{
    public static ListOperatorSettings Read(GraphNode node)
    {
        var data = node.Data;
        var order = data.Child("order_by");
        return new(
            Selector.Read(data, "variable"),
            IsOn(data, "filter_by") ? [.. data.Child("filter_by").List("conditions").Select(ListFilter.Read)] : null,
            IsOn(data, "extract_by") ? TextTemplate.Parse(data.Child("extract_by").Text("serial") ?? "") : null,
            IsOn(data, "order_by") ? new ListOrder(order.Text("key") ?? "", order.Text("value") == "desc") : null,
            IsOn(data, "limit") ? (int)Math.Clamp(data.Child("limit").Number("size") ?? 0, 0, int.MaxValue) : null);
    }

    private static bool IsOn(JsonElement data, string step) => data.Child(step).Flag("enabled") ?? false;
}
