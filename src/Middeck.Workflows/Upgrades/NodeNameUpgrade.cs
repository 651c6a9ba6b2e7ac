using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>The aggregator was once called <c>variable-assigner</c>, although it assigns nothing.</summary>
internal static class NodeNameUpgrade
{
    public static void Apply(string id, JsonObject data, List<string> changes)
    {
        if (GraphUpgrade.Text(data, "type") == "variable-assigner")
        {
            data["type"] = "variable-aggregator";
            changes.Add($"The node '{id}' is a variable aggregator under its old name; it was renamed.");
        }
    }
}
