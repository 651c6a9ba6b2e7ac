using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

/// <summary>A workspace with one object of every kind, to be reached for from across the border.</summary>
internal static class Sample
{
    /// <summary>Makes the objects.</summary>
    /// <returns>For each route segment that is followed by an id, the id of an object in the workspace.</returns>
    public static async Task<Dictionary<string, string>> CreateAsync(MiddeckHost host, TestWorkspace workspace)
    {
        var owner = workspace.Owner;
        var ids = new Dictionary<string, string> { ["workspaces"] = workspace.Id.ToString() };

        var knowledgeBase = Id(await owner.PostAsync(
            "/api/v1/knowledge-bases", new { name = "Walled", indexing = "high_quality" }, 201));
        ids["knowledge-bases"] = knowledgeBase;
        var document = await owner.UploadAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/documents", "walled.txt", Encoding.UTF8.GetBytes("Behind the wall."));
        ids["documents"] = Id(document);
        await owner.UntilAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/documents/{ids["documents"]}",
            state => state.GetProperty("status").GetString() == "completed");
        ids["chunks"] = First(await owner.GetAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/documents/{ids["documents"]}/chunks"));
        ids["cases"] = Id(await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/cases",
            new { query = "wall", expected = new[] { new { document_id = ids["documents"] } } },
            201));
        ids["evaluations"] = (await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/evaluations", new { }, 202))[0].GetProperty("id").GetString()!;
        ids["uploads"] = Id(await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/uploads", new { name = "large.txt", size = 100_000_000 }, 201));
        ids["sources"] = Id(await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/sources",
            new { name = "walled", kind = "web", settings = new { web = new { urls = new[] { "http://walled.invalid/" } } } },
            201));
        ids["external-knowledge-apis"] = Id(await owner.PostAsync(
            "/api/v1/external-knowledge-apis",
            new { name = "Walled", endpoint = "https://knowledge.example.com", api_key = "none" },
            201));
        ids["children"] = Id(await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/documents/{ids["documents"]}/chunks/{ids["chunks"]}/children",
            new { content = "Behind it." },
            200));
        ids["metadata"] = Id(await owner.PostAsync(
            $"/api/v1/knowledge-bases/{knowledgeBase}/metadata", new { name = "walled" }, 201));
        ids["knowledge-tags"] = Id(await owner.PostAsync("/api/v1/knowledge-tags", new { name = "walled" }, 201));
        ids["jobs"] = First(await owner.GetAsync("/api/v1/jobs"));

        var app = Id(await owner.PostAsync("/api/v1/apps", new { name = "Walled", mode = "chat" }, 201));
        ids["apps"] = app;
        await owner.PostAsync($"/api/v1/apps/{app}/publish", new { });
        ids["versions"] = "1";
        ids["api-extensions"] = Id(await owner.PostAsync(
            "/api/v1/api-extensions", new { name = "Walled", url = "https://extension.example.com", api_key = "none" }, 201));
        ids["tools"] = "get_pets";
        ids["tool-providers"] = Id((await owner.PostAsync(
            "/api/v1/tool-providers", new { kind = "curl", source = "curl https://api.example.com/pets" }, 201)).GetProperty("provider"));
        ids["annotations"] = Id(await owner.PostAsync(
            $"/api/v1/apps/{app}/annotations", new { question = "Who?", answer = "Us." }, 201));
        using (var table = new StringContent("question,answer\nWhere?,Here.", Encoding.UTF8, "text/csv"))
        {
            using var import = await owner.Http.PostAsync($"/api/v1/apps/{app}/annotations/import", table);
            ids["imports"] = Id(JsonSerializer.Deserialize<JsonElement>(await import.Content.ReadAsStringAsync()));
        }

        ids["test-sets"] = Id(await owner.PostAsync($"/api/v1/apps/{app}/test-sets", new { name = "Walled" }, 201));
        var channel = (await owner.PostAsync(
            $"/api/v1/apps/{app}/channels",
            new
            {
                kind = "webhook",
                name = "Walled",
                settings = new { url = "https://hooks.example.com" },
                events = new[] { "app.published" },
            },
            201)).GetProperty("channel");
        ids["channels"] = Id(channel);
        await owner.PostAsync($"/api/v1/apps/{app}/publish", new { });
        ids["deliveries"] = First(await owner.GetAsync($"/api/v1/apps/{app}/channels/{ids["channels"]}/deliveries"));

        // What is remembered is written by models; its id is looked for only inside of the app.
        ids["memory"] = app;
        // The app is none of a graph; runs and forms are looked for only inside of the app.
        ids["workflow-runs"] = app;
        ids["forms"] = app;
        // A question to a person lives as long as its run; it too is looked for only inside of the app.
        ids["confirmations"] = app;
        // A trigger is looked for only inside of its app.
        ids["triggers"] = app;
        ids["app-tags"] = Id(await owner.PostAsync("/api/v1/app-tags", new { name = "walled" }, 201));
        using (var answer = await owner.Http.PostAsync(
            $"/api/v1/apps/{app}/chat", new StringContent("""{"query":"hello"}""", Encoding.UTF8, "application/json")))
        {
            var stream = await answer.Content.ReadAsStringAsync();
            ids["chat"] = JsonSerializer.Deserialize<JsonElement>(stream.Split('\n').First(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..])
                .GetProperty("task_id").GetString()!;
        }

        ids["conversations"] = First(await owner.GetAsync("/api/v1/conversations"));
        ids["logs"] = ids["conversations"];
        ids["messages"] = First(await owner.GetAsync($"/api/v1/conversations/{ids["conversations"]}/messages"));
        ids["model-providers"] = Id(await owner.PostAsync(
            "/api/v1/model-providers",
            new { name = "walled", kind = "openai", base_url = host.Model.BaseUrl, api_key = "sk-none" },
            201));
        ids["management-keys"] = Id(await owner.PostAsync(
            "/api/v1/management-keys", new { name = "walled", scopes = new[] { "apps.read" } }, 201));
        ids["members"] = workspace.Members["viewer"] is { } viewer ? Id(await viewer.GetAsync("/api/v1/auth/me")) : "";
        ids["invitations"] = Id(await owner.PostAsync(
            $"/api/v1/workspaces/{workspace.Id}/invitations", new { role = "viewer" }, 201));
        return ids;
    }

    private static string Id(JsonElement created) => created.GetProperty("id").GetString()!;

    private static string First(JsonElement list) => Id(list.GetProperty("data")[0]);
}
