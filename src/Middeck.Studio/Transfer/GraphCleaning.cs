using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Takes out of a configuration with a graph what belongs to one installation: whose credentials a tool uses, where a webhook is
/// called, when a schedule is due.
/// </summary>
internal static class GraphCleaning
{
    // What a schedule's own settings begin with, as other installations write it.
    private const string UsualSchedule = """
        {"mode": "visual", "frequency": "daily", "timezone": "UTC",
         "visual_config": {"time": "12:00 AM", "on_minute": 0, "weekdays": ["sun"], "monthly_days": [1]}}
        """;

    /// <param name="config">The configuration, in the shape of the DSL's <c>workflow</c>.</param>
    /// <param name="withSecrets">Whether references to credentials stay.</param>
    public static JsonElement Apply(JsonElement config, bool withSecrets)
    {
        var root = JsonSerializer.SerializeToNode(config, Core.Json.Snake)!.AsObject();
        if (!withSecrets)
        {
            SecretFields.Clean(root["features"]?["sensitive_word_avoidance"]);
        }

        foreach (var data in (root["graph"]?["nodes"] as JsonArray ?? []).Select(static node => node?["data"]).OfType<JsonObject>())
        {
            Clean(data, withSecrets);
        }

        return JsonSerializer.SerializeToElement(root, Core.Json.Snake);
    }

    private static void Clean(JsonObject data, bool withSecrets)
    {
        switch ((data["type"] as JsonValue)?.GetValue<object>().ToString())
        {
            case NodeTypes.Tool when !withSecrets:
                data.Remove("credential_id");
                break;

            case NodeTypes.Agent when !withSecrets:
                foreach (var tool in (data["agent_parameters"]?["tools"]?["value"] as JsonArray ?? []).OfType<JsonObject>())
                {
                    tool.Remove("credential_id");
                }

                break;

            case NodeTypes.TriggerWebhook:
                Empty(data, "webhook_url");
                Empty(data, "webhook_debug_url");
                break;

            case NodeTypes.TriggerPlugin:
                Empty(data, "subscription_id");
                break;

            case NodeTypes.TriggerSchedule when data["config"] is JsonObject:
                data["config"] = JsonNode.Parse(UsualSchedule);
                break;
        }
    }

    private static void Empty(JsonObject data, string name)
    {
        if (data.ContainsKey(name))
        {
            data[name] = "";
        }
    }
}
