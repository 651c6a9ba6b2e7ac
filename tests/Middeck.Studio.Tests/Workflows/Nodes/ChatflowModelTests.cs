using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>A chat whose graph finds passages and asks a model, as a program calls it.</summary>
[Collection(NodeCollection.Name)]
public sealed class ChatflowModelTests(NodeHost host)
{
    [Fact]
    public async Task An_answer_names_its_sources_counts_its_tokens_and_knows_what_was_said_before()
    {
        var id = await host.GivenBaseAsync("Canteen", "Food", ("menu.md", "Noodles are served on Monday."));
        var graph = NodeGraph.Of(
            ("find", "knowledge-retrieval", new
            {
                query_variable_selector = new[] { "sys", "query" },
                dataset_ids = new[] { id.ToString() },
                retrieval_mode = "multiple",
                multiple_retrieval_config = new { top_k = 2, reranking_enable = false },
            }),
            ("llm", "llm", new
            {
                model = NodeGraph.Script,
                prompt_template = new[] { new { role = "system", text = "Answer from:\n{{#context#}}" } },
                context = new { enabled = true, variable_selector = new[] { "find", "result" } },
                memory = new { window = new { enabled = true, size = 5 }, query_prompt_template = "{{#sys.query#}}" },
            }),
            ("answer", "answer", new { answer = "{{#llm.text#}}" }));
        using var app = await GivenAppAsync(graph);
        host.Model.Enqueue("On ", "Monday.");
        host.Model.Enqueue("Noodles.");

        var first = await AskAsync(app, "When are noodles served?", null);
        var second = await AskAsync(app, "And what was it about the noodles?", first.GetProperty("conversation_id").GetString());

        Assert.Equal("On Monday.", first.GetProperty("answer").GetString());
        var metadata = first.GetProperty("metadata");
        Assert.Equal("menu.md", Assert.Single(metadata.GetProperty("retriever_resources").EnumerateArray()).GetProperty("document_name").GetString());
        Assert.Equal(46, metadata.GetProperty("usage").GetProperty("total_tokens").GetInt32());
        Assert.Equal("Noodles.", second.GetProperty("answer").GetString());
        var told = host.Model.Requests[^1].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "user"], told.Select(message => message.GetProperty("role").GetString()));
        Assert.Contains("Noodles are served on Monday.", told[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal("On Monday.", told[2].GetProperty("content").GetString());
    }

    private static Task<JsonElement> AskAsync(MiddeckClient app, string query, string? conversation) => app.PostAsync(
        "/v1/chat-messages",
        new { query, inputs = new { }, user = "u", response_mode = "blocking", conversation_id = conversation ?? "" });

    private async Task<MiddeckClient> GivenAppAsync(JsonElement graph)
    {
        var app = await host.Owner.PostAsync("/api/v1/apps", new { name = "Canteen", mode = "advanced-chat", graph }, 201);
        var id = app.GetProperty("id").GetString();
        await host.Owner.PostAsync($"/api/v1/apps/{id}/publish");
        var key = await host.Owner.PostAsync($"/api/v1/apps/{id}/api-keys", new { name = "test" }, 201);
        return host.With(key.GetProperty("key").GetString()!);
    }
}
