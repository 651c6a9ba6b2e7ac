using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Conversations;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

[Collection(NodeCollection.Name)]
public sealed class RetrievalNodeTests(NodeHost host)
{
    [Fact]
    public async Task Passages_of_all_bases_come_in_Difys_shape_reach_the_model_and_can_be_cited()
    {
        var leave = await host.GivenBaseAsync("Handbook", "Rules", ("leave.md", "Leave is requested two weeks ahead."));
        var travel = await host.GivenBaseAsync("Travel", "Trips", ("trains.md", "Leave early for trains, two hours ahead."));
        host.Model.Enqueue("Two weeks.");
        var graph = NodeGraph.Of(
            ("n", "knowledge-retrieval", Node([leave, travel, "an/encrypted+id=="])),
            ("llm", "llm", new
            {
                model = NodeGraph.Script,
                context = new { enabled = true, variable_selector = new[] { "n", "result" } },
                prompt_template = new[] { new { role = "user", text = "{{#context#}}" } },
            }));

        var (run, asked) = await host.AskAsync(host.Request(graph, """{"q": "How long ahead is leave requested?"}"""));

        var items = run.Result("n").Outputs["result"].Items;
        Assert.Equal(2, items.Count);
        Assert.Equal(["metadata", "title", "content", "files", "summary"], items[0].Fields.Keys);
        var facts = items[0].Fields["metadata"].Fields;
        Assert.Equal(
            ("knowledge", leave.ToString(), "Handbook", "leave.md", 1L, "workflow"),
            (facts["_source"].Text, facts["dataset_id"].Text, facts["dataset_name"].Text, facts["document_name"].Text,
                facts["position"].Integer, facts["retriever_from"].Text));
        Assert.True(facts["score"].Number > items[1].Fields["metadata"].Fields["score"].Number);
        Assert.Equal(
            $"{items[0].Fields["content"].Text}\n{items[1].Fields["content"].Text}",
            Assert.Single(asked).GetProperty("messages")[0].GetProperty("content").GetString());
        var cited = JsonSerializer.Deserialize<Citation[]>(run.Result("n").Metadata["retriever_resources"].ToJson(), Json.Snake)!;
        Assert.Equal([(1, "leave.md"), (2, "trains.md")], cited.Select(one => (one.Position, one.DocumentName)));
    }

    [Theory]
    [InlineData("""{"q": ""}""", true)]
    [InlineData("{}", true)]
    [InlineData("""{"q": "anything"}""", false)]
    public async Task Without_a_question_or_a_base_there_is_nothing_and_no_failure(string inputs, bool isBound)
    {
        object id = isBound ? await host.GivenBaseAsync($"Empty {inputs.Length}", "") : Guid.CreateVersion7();

        var run = await host.RunAsync(host.Request(NodeGraph.Of("knowledge-retrieval", Node([id])), inputs));

        Assert.Equal((RunStatus.Succeeded, "[]"), (run.Finished.Status, run.Output("n", "result")));
        Assert.Empty(run.Result("n").Metadata["retriever_resources"].Items);
    }

    [Theory]
    [InlineData("""{"number": 2}""", "pears.md")]
    [InlineData("The second one, I think.", "apples.md")]
    public async Task In_single_mode_a_model_chooses_the_base_and_else_it_is_the_first(string said, string found)
    {
        var apples = await host.GivenBaseAsync($"Apples {said.Length}", "All about apples", ("apples.md", "Fruit: apples are red."));
        var pears = await host.GivenBaseAsync($"Pears {said.Length}", "All about pears", ("pears.md", "Fruit: pears are green."));
        host.Model.Enqueue(said);

        var (run, asked) = await host.AskAsync(host.Request(
            NodeGraph.Of("knowledge-retrieval", Node([apples, pears], single: true)), """{"q": "Which fruit is it?"}"""));

        Assert.Equal(found, Assert.Single(run.Result("n").Outputs["result"].Items).Fields["title"].Text);
        Assert.Contains(
            $"2. Pears {said.Length}: All about pears",
            Assert.Single(asked).GetProperty("messages")[0].GetProperty("content").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(46, run.Result("n").Usage.TotalTokens);
    }

    [Fact]
    public async Task Documents_are_chosen_by_what_a_variable_says_of_their_metadata()
    {
        var id = await host.GivenBaseAsync("Reports", "", ("old.md", "The yearly report is out."), ("new.md", "The yearly report is in."));
        var field = (await host.Owner.PostAsync($"/api/v1/knowledge-bases/{id}/metadata", new { name = "year", type = "number" }, 201))
            .GetProperty("id").GetGuid();
        var documents = await host.Owner.GetAsync($"/api/v1/knowledge-bases/{id}/documents");
        foreach (var document in documents.GetProperty("data").EnumerateArray())
        {
            var year = document.GetProperty("name").GetString() == "old.md" ? 2020 : 2026;
            await host.Owner.PutAsync(
                $"/api/v1/knowledge-bases/{id}/documents/{document.GetProperty("id").GetString()}/metadata",
                new { values = new[] { new { id = field, value = year } } });
        }

        var graph = NodeGraph.Of("knowledge-retrieval", new
        {
            query_variable_selector = new[] { "start", "q" },
            dataset_ids = new[] { id },
            retrieval_mode = "multiple",
            multiple_retrieval_config = new { top_k = 3, score_threshold = (double?)null, reranking_enable = false },
            metadata_filtering_mode = "manual",
            metadata_filtering_conditions = new
            {
                logical_operator = "and",
                conditions = new object[]
                {
                    new { name = "year", comparison_operator = ">", value = "{{#start.year#}}" },
                    new { name = "year", comparison_operator = "=", value = (string?)null },
                },
            },
        });

        var run = await host.RunAsync(host.Request(graph, """{"q": "yearly report", "year": 2024}"""));

        var only = Assert.Single(run.Result("n").Outputs["result"].Items);
        Assert.Equal("new.md", only.Fields["title"].Text);
        Assert.Equal("""{"year":2026}""", only.Fields["metadata"].Fields["doc_metadata"].ToJson());
    }

    private static object Node(object[] bases, bool single = false) => new
    {
        query_variable_selector = new[] { "start", "q" },
        query_attachment_selector = Array.Empty<string>(),
        dataset_ids = bases.Select(id => id.ToString()),
        retrieval_mode = single ? "single" : "multiple",
        single_retrieval_config = new { model = NodeGraph.Script },
        multiple_retrieval_config = new
        {
            top_k = 4,
            score_threshold = (double?)null,
            reranking_enable = true,
            reranking_mode = "weighted_score",
            reranking_model = new { provider = "", model = "" },
            weights = new { vector_setting = new { vector_weight = 0.0 }, keyword_setting = new { keyword_weight = 1.0 } },
        },
    };
}
