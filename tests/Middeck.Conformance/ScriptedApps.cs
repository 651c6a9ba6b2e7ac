using System.Text.Json;
using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>Publishes apps on the scripted model.</summary>
internal static class ScriptedApps
{
    /// <summary>A graph that ends with the text that it is given.</summary>
    public static JsonElement Echo { get; } = JsonSerializer.Deserialize<JsonElement>("""
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": [
                {"variable": "text", "label": "Text", "type": "text-input", "required": true}]}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [{"variable": "echo", "value_selector": ["start", "text"]}]}}],
         "edges": [{"id": "e", "source": "start", "target": "end"}]}
        """);

    /// <summary>The key of a new published app that talks to the given model.</summary>
    public static async Task<string> PublishAsync(
        MiddeckHost host, MiddeckClient admin, string model, string mode = "chat", object? more = null)
    {
        var provider = $"scripted-{model}-{mode}";
        await admin.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name = provider,
                kind = "openai",
                base_url = host.Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = new[] { new { name = model, type = "llm" } },
            },
            201);
        var config = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        config["model"] = JsonSerializer.SerializeToNode(
            new { provider, name = model, mode = "chat", completion_params = new { } });
        var app = await admin.PostAsync("/api/v1/apps", new { name = model, mode, config }, 201);
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await admin.PostAsync($"{path}/publish", new { });
        return (await admin.PostAsync($"{path}/api-keys", new { }, 201)).GetProperty("key").GetString()!;
    }

    /// <summary>The key of a new published workflow.</summary>
    public static async Task<string> PublishGraphAsync(MiddeckClient admin, JsonElement graph)
    {
        var app = await admin.PostAsync("/api/v1/apps", new { name = "graph", mode = "workflow", graph }, 201);
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await admin.PostAsync($"{path}/publish", new { });
        return (await admin.PostAsync($"{path}/api-keys", new { }, 201)).GetProperty("key").GetString()!;
    }
}
