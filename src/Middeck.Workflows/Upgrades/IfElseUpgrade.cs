using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>
/// A branch once had one list of conditions, <c>{"conditions": […], "logical_operator": "and"}</c>; today it has cases, and the
/// old list is the case <c>true</c>.
/// </summary>
internal static class IfElseUpgrade
{
    public static void Apply(string id, JsonObject data, List<string> changes)
    {
        if (GraphUpgrade.Text(data, "type") != "if-else" || data["cases"] is JsonArray || data["conditions"] is not JsonArray conditions)
        {
            return;
        }

        data["cases"] = new JsonArray(new JsonObject
        {
            ["case_id"] = "true",
            ["logical_operator"] = GraphUpgrade.Text(data, "logical_operator") ?? "and",
            ["conditions"] = conditions.DeepClone(),
        });
        changes.Add($"The conditions of the branch '{id}' became its case 'true'.");
    }
}
