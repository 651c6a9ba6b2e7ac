using System.Text;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests;

/// <summary>What the platform is for, over HTTP and without any model key: a document goes in, a cited answer comes out.</summary>
public sealed class MainJobTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string Handbook = """
        Travel policy

        A hotel in a capital city may cost at most 180 euros a night. Elsewhere the limit is 120 euros.

        Train journeys of more than four hours may be made in first class.

        Receipts are handed in within 30 days of the journey's end.
        """;

    [Fact]
    public async Task A_document_goes_in_and_an_answer_with_its_source_comes_out()
    {
        using var admin = await host.SignInAsync();
        var knowledgeBase = await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Handbook", indexing = "high_quality" }, 201);
        var basePath = $"/api/v1/knowledge-bases/{knowledgeBase.GetProperty("id").GetString()}";
        var document = await admin.UploadAsync($"{basePath}/documents", "travel.txt", Encoding.UTF8.GetBytes(Handbook));
        await admin.UntilAsync(
            $"{basePath}/documents/{document.GetProperty("id").GetString()}",
            state => state.GetProperty("status").GetString() == "completed");

        var found = await admin.PostAsync($"{basePath}/retrieve", new { query = "When must receipts be handed in?", top_k = 2 });
        Assert.Contains("30 days", found.GetProperty("records")[0].GetProperty("content").GetString(), StringComparison.Ordinal);

        var key = await PublishAsync(admin, knowledgeBase.GetProperty("id").GetGuid());
        using var program = host.With(key);
        var answer = await program.PostAsync("/v1/chat-messages", new
        {
            inputs = new { },
            query = "Within how many days are receipts handed in?",
            response_mode = "blocking",
            user = "reader",
        });

        Assert.Contains("30 days", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Contains("[1]", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        var source = answer.GetProperty("metadata").GetProperty("retriever_resources")[0];
        Assert.Equal("travel.txt", source.GetProperty("document_name").GetString());
    }

    private static async Task<string> PublishAsync(MiddeckClient admin, Guid knowledgeBase)
    {
        var config = new
        {
            pre_prompt = "Answer from the handbook.",
            dataset_configs = new
            {
                retrieval_model = "multiple",
                top_k = 4,
                datasets = new { datasets = new[] { new { dataset = new { enabled = true, id = knowledgeBase } } } },
            },
            retriever_resource = new { enabled = true },
        };
        var app = await admin.PostAsync("/api/v1/apps", new { name = "Handbook", mode = "chat", config }, 201);
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await admin.PostAsync($"{path}/publish", new { });
        return (await admin.PostAsync($"{path}/api-keys", new { }, 201)).GetProperty("key").GetString()!;
    }
}
