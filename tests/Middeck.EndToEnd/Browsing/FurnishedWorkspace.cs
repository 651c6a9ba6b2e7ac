using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd.Browsing;

/// <summary>A workspace with one of each thing that has a page.</summary>
/// <param name="Id">Of the workspace.</param>
/// <param name="KnowledgeBase">The id of one with a document.</param>
/// <param name="Document">Indexed.</param>
/// <param name="App">Published, with the knowledge base.</param>
/// <param name="LastConversation">The newest one.</param>
/// <param name="OldConversation">The oldest one.</param>
/// <param name="Site">The token of the app's public page.</param>
internal sealed record FurnishedWorkspace(
    string Id, string KnowledgeBase, string Document, string App, string LastConversation, string OldConversation, string Site)
{
    public const string DocumentName = "smoke-detectors.txt";

    /// <summary>Makes what the pages show, by the API.</summary>
    /// <param name="admin">Signed in; everything is made in their workspace.</param>
    /// <param name="betweenConversations">Called when there is one conversation and before there is a second one.</param>
    public static async Task<FurnishedWorkspace> FurnishAsync(MiddeckClient admin, Func<Task> betweenConversations)
    {
        var me = await admin.GetAsync("/api/v1/auth/me");
        var knowledgeBase = IdOf(await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Fire codes" }, 201));
        var basePath = $"/api/v1/knowledge-bases/{knowledgeBase}";
        var document = IdOf(await admin.UploadAsync(
            $"{basePath}/documents", DocumentName, "Smoke detectors in corridors stand at most 15 m apart."u8.ToArray()));
        await admin.UntilAsync($"{basePath}/documents/{document}", read => read.GetProperty("status").GetString() == "completed");
        var app = IdOf(await admin.PostAsync(
            "/api/v1/apps",
            new
            {
                name = "Code assistant",
                mode = "chat",
                config = new
                {
                    dataset_configs = new
                    {
                        datasets = new { datasets = new[] { new { dataset = new { enabled = true, id = knowledgeBase } } } },
                    },
                },
            },
            201));
        await admin.PostAsync($"/api/v1/apps/{app}/publish", new { });

        var old = await AskAsync(admin, app);
        await betweenConversations();
        return new FurnishedWorkspace(
            IdOf(me.GetProperty("workspace")), knowledgeBase, document, app, await AskAsync(admin, app), old,
            await PublishPageAsync(admin, app));
    }

    /// <summary>The address of a page below the workspace, with these ids in the places of their names.</summary>
    /// <param name="path">Such as <c>knowledge/{base}/documents/{document}</c>.</param>
    public string AddressOf(string path) => path
        .Replace("{app}", App, StringComparison.Ordinal)
        .Replace("{base}", KnowledgeBase, StringComparison.Ordinal)
        .Replace("{document}", Document, StringComparison.Ordinal)
        .Replace("{last}", LastConversation, StringComparison.Ordinal)
        .Replace("{old}", OldConversation, StringComparison.Ordinal)
        .Replace("{site}", Site, StringComparison.Ordinal);

    private static async Task<string> AskAsync(MiddeckClient admin, string app)
    {
        using var answer = await admin.Http.PostAsync(
            $"/api/v1/apps/{app}/chat", new StringContent("""{"query":"How far apart?"}""", Encoding.UTF8, "application/json"));
        var first = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .First(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..];
        return JsonSerializer.Deserialize<JsonElement>(first).GetProperty("conversation_id").GetString()!;
    }

    private static async Task<string> PublishPageAsync(MiddeckClient admin, string app)
    {
        using var answer = await admin.Http.PutAsync(
            $"/api/v1/apps/{app}/site/access", new StringContent("""{"enabled":true}""", Encoding.UTF8, "application/json"));
        var read = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        return read.GetProperty("token").GetString()!;
    }

    private static string IdOf(JsonElement made) => made.GetProperty("id").GetString()!;
}
