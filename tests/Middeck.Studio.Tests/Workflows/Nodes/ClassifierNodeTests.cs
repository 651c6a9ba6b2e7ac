using Middeck.Workflows.Engine;

namespace Middeck.Studio.Tests.Workflows.Nodes;

[Collection(NodeCollection.Name)]
public sealed class ClassifierNodeTests(NodeHost host)
{
    [Theory]
    [InlineData("""{"category_id": "2", "category_name": "Refunds"}""", "2")]
    [InlineData("<think>{\"category_id\": \"1\"}</think>Sure!\n```json\n{'category_id': 2,}\n```", "2")]
    [InlineData("""{"category_name": "refunds"}""", "2")]
    [InlineData("Refunds", "2")]
    [InlineData("""{"category_id": "9", "category_name": "Weather"}""", "1")]
    [InlineData("I am afraid that I cannot say, perhaps Refunds?", "1")]
    [InlineData("", "1")]
    public async Task The_edges_of_the_class_that_the_model_names_are_taken_and_else_those_of_the_first(string said, string id)
    {
        host.Model.Enqueue(said);

        var run = await host.RunAsync(host.Request(Graph(), """{"text": "My money!", "team": "sales"}"""));

        Assert.Equal((RunStatus.Succeeded, id), (run.Finished.Status, run.Text));
        var outputs = run.Result("n").Outputs;
        Assert.Equal(
            (id, id == "1" ? "Orders of sales" : "Refunds", id == "1" ? "A" : ""),
            (outputs["class_id"].Text!, outputs["class_name"].Text!, outputs["class_label"].Text!));
        Assert.Equal(46, outputs["usage"].Fields["total_tokens"].Integer);
    }

    [Fact]
    public async Task The_model_is_told_the_classes_and_what_to_mind()
    {
        host.Model.Enqueue("""{"category_id": "1"}""");

        var (run, asked) = await host.AskAsync(host.Request(
            Graph(), """{"text": "Where is it?", "team": "sales"}""", query: "?", history: [new("Hi", "Hello")]));

        var messages = Assert.Single(asked).GetProperty("messages");
        var told = messages[0].GetProperty("content").GetString();
        Assert.Contains("""{"category_id":"1","category_name":"Orders of sales"}""", told, StringComparison.Ordinal);
        Assert.Contains("Mind sales.", told, StringComparison.Ordinal);
        Assert.Contains("Human: Hi\nAssistant: Hello", told, StringComparison.Ordinal);
        Assert.Contains("Where is it?", messages[1].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal("Where is it?", run.Result("n").Inputs["query"].Text);
    }

    private static System.Text.Json.JsonElement Graph() => NodeGraph.Fork(
        "question-classifier",
        new
        {
            model = NodeGraph.Script,
            query_variable_selector = new[] { "start", "text" },
            classes = new object[]
            {
                new { id = "1", name = "Orders of {{#start.team#}}", label = "A" }, new { id = "2", name = "Refunds" },
            },
            instruction = "Mind {{#start.team#}}.",
            memory = new { window = new { enabled = false, size = 10 } },
        },
        "1",
        "2");
}
