using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd.Browsing;

/// <summary>A workspace with one of each thing that has a page, and more conversations than a list shows at once.</summary>
/// <param name="KnowledgeBase">The id of one with a document.</param>
/// <param name="Document">Indexed.</param>
/// <param name="App">Published, with the knowledge base.</param>
/// <param name="LastConversation">Stands in the first page of the list.</param>
/// <param name="OldConversation">Older than the first page of the list.</param>
internal sealed record FurnishedWorkspace(
    string KnowledgeBase, string Document, string App, string LastConversation, string OldConversation)
{
    public const string DocumentName = "smoke-detectors.txt";

    /// <summary>One page of a list.</summary>
    private const int PageSize = 100;

    public static async Task<FurnishedWorkspace> FurnishAsync(MiddeckHost host)
    {
        using var admin = await host.SignInAsync();
        var knowledgeBase = Id(await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Fire codes" }, 201));
        var basePath = $"/api/v1/knowledge-bases/{knowledgeBase}";
        var document = Id(await admin.UploadAsync(
            $"{basePath}/documents", DocumentName, "Smoke detectors in corridors stand at most 15 m apart."u8.ToArray()));
        await admin.UntilAsync($"{basePath}/documents/{document}", read => read.GetProperty("status").GetString() == "completed");
        var app = Id(await admin.PostAsync(
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
        // As old ones as there are in a year of use, without a year's answers.
        await using (var copies = host.Postgres.Source.CreateCommand(
            $"""
            INSERT INTO studio.conversation
            SELECT gen_random_uuid(), workspace_id, app_id, user_id, end_user_id, draft, name, inputs, introduction, message_count,
                created_at, updated_at + n * interval '1 millisecond'
            FROM studio.conversation, generate_series(1, {PageSize}) AS n
            """))
        {
            await copies.ExecuteNonQueryAsync();
        }

        return new FurnishedWorkspace(knowledgeBase, document, app, await AskAsync(admin, app), old);
    }

    private static async Task<string> AskAsync(MiddeckClient admin, string app)
    {
        using var answer = await admin.Http.PostAsync(
            $"/api/v1/apps/{app}/chat", new StringContent("""{"query":"How far apart?"}""", Encoding.UTF8, "application/json"));
        var first = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .First(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..];
        return JsonSerializer.Deserialize<JsonElement>(first).GetProperty("conversation_id").GetString()!;
    }

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;
}
