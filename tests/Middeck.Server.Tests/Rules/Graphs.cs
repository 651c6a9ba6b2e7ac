using System.Text.Json;

namespace Middeck.Server.Tests.Rules;

/// <summary>Graphs of apps that tests need.</summary>
internal static class Graphs
{
    /// <summary>Asks a person, and ends with the button that was chosen.</summary>
    public static JsonElement Approval { get; } = JsonSerializer.Deserialize<JsonElement>("""
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
            {"id": "ask", "data": {"type": "human-input", "title": "Approve?", "form_content": "?", "inputs": [],
                "user_actions": [{"id": "yes", "title": "Yes"}], "delivery_methods": [{"type": "webapp", "enabled": true}],
                "timeout": 2, "timeout_unit": "hour"}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "action", "value_selector": ["ask", "__action_id"]}]}}],
         "edges": [{"id": "e1", "source": "start", "target": "ask"}, {"id": "e2", "source": "ask", "sourceHandle": "yes", "target": "end"}]}
        """);
}
