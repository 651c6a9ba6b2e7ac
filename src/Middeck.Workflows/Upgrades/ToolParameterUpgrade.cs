using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>
/// A parameter of a tool was once its bare value; today it is <c>{"type": "mixed", "value": "… {{#a.b#}} …"}</c>, or <c>variable</c>
/// with a selector, or <c>constant</c>.
/// </summary>
internal static class ToolParameterUpgrade
{
    public static void Apply(string id, JsonObject data, List<string> changes)
    {
        if (GraphUpgrade.Text(data, "type") != "tool" || data["tool_parameters"] is not JsonObject parameters)
        {
            return;
        }

        foreach (var (name, value) in parameters.ToList())
        {
            if (value is JsonObject whole && whole.ContainsKey("type") && whole.ContainsKey("value"))
            {
                continue;
            }

            var type = value is JsonValue text && text.TryGetValue<string>(out _) ? "mixed" : "constant";
            parameters[name] = new JsonObject { ["type"] = type, ["value"] = value?.DeepClone() };
            changes.Add($"The parameter '{name}' of the tool '{id}' is a bare value; it became {type}.");
        }
    }
}
