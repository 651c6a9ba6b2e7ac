using System.Text.Json.Nodes;
using Middeck.ScriptedModel;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

[Collection(NodeCollection.Name)]
public sealed class ExtractorNodeTests(NodeHost host)
{
    [Fact]
    public async Task A_model_calls_a_function_with_what_it_found_and_every_value_has_its_type()
    {
        host.Model.Enqueue(new ScriptedReply
        {
            Deltas =
            [
                new JsonObject
                {
                    ["tool_calls"] = JsonNode.Parse(
                        """
                        [{"index": 0, "id": "a", "type": "function", "function": {"name": "extract_parameters",
                          "arguments": "{\"city\": \"Xi'an\", \"days\": \"3\", \"meal\": \"LUNCH\", \"pets\": \"yes\", \"names\": [\"Li\", 7], \"rooms\": [1, \"2\", \"x\"]}"}}]
                        """),
                },
            ],
            FinishReason = "tool_calls",
        });

        var (run, asked) = await host.AskAsync(Request("function_call"));

        var outputs = run.Result("n").Outputs;
        Assert.Equal(
            ["\"Xi'an\"", "3", "\"lunch\"", "true", """["Li","7"]""", "[1,2]", "[]", "1", "null"],
            new[] { "city", "days", "meal", "pets", "names", "rooms", "extra", "__is_success", "__reason" }
                .Select(name => run.Output("n", name)));
        Assert.Equal(46, outputs["__usage"].Fields["total_tokens"].Integer);
        var function = Assert.Single(asked).GetProperty("tools")[0].GetProperty("function");
        Assert.Equal("extract_parameters", function.GetProperty("name").GetString());
        var properties = function.GetProperty("parameters").GetProperty("properties");
        Assert.Equal("Where to", properties.GetProperty("city").GetProperty("description").GetString());
        Assert.Equal("boolean", properties.GetProperty("pets").GetProperty("type").GetString());
        Assert.Equal("number", properties.GetProperty("rooms").GetProperty("items").GetProperty("type").GetString());
        Assert.Equal("city", Assert.Single(function.GetProperty("parameters").GetProperty("required").EnumerateArray()).GetString());
        Assert.Contains("extract_parameters", run.Result("n").ProcessData["tool_call"].ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_writes_nearly_JSON_is_understood()
    {
        host.Model.Enqueue("Here it is: {city: 'Xi\\'an', days: 3, names: ['Li', 'Wu'], // guests\n pets: False, meal: \"dinner");

        var (run, asked) = await host.AskAsync(Request("prompt"));

        Assert.Equal(
            ["\"Xi'an\"", "3", "\"dinner\"", "false", """["Li","Wu"]""", "1"],
            new[] { "city", "days", "meal", "pets", "names", "__is_success" }.Select(name => run.Output("n", name)));
        Assert.False(Assert.Single(asked).TryGetProperty("tools", out _));
        var told = asked[0].GetProperty("messages")[0].GetProperty("content").GetString();
        Assert.Contains("\"enum\":[\"lunch\",\"dinner\"]", told, StringComparison.Ordinal);
        Assert.Contains("Mind Li.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is nothing in it.", "holds no values")]
    [InlineData("""{"days": 2}""", "city is required")]
    [InlineData("""{"city": "Bath", "meal": "tea"}""", "must be one of lunch, dinner")]
    [InlineData("""{"city": "Bath", "days": "some"}""", "must be of the type number")]
    public async Task What_is_not_found_is_empty_and_the_node_succeeds_all_the_same(string said, string reason)
    {
        host.Model.Enqueue(said);

        var run = await host.RunAsync(Request("function_call"));

        Assert.Equal(RunStatus.Succeeded, run.Finished.Status);
        Assert.Equal("0", run.Output("n", "__is_success"));
        Assert.Contains(reason, run.Output("n", "__reason"), StringComparison.Ordinal);
        Assert.Equal(("\"\"", "[]"), (run.Output("n", "meal"), run.Output("n", "rooms")));
        Assert.Equal(said.Contains('2') ? "2" : "0", run.Output("n", "days"));
    }

    private RunRequest Request(string mode)
    {
        var graph = NodeGraph.Of("parameter-extractor", new
        {
            model = NodeGraph.Script,
            query = new[] { "start", "text" },
            reasoning_mode = mode,
            instruction = "Mind {{#start.who#}}.",
            parameters = new object[]
            {
                new { name = "city", type = "string", description = "Where to", required = true },
                new { name = "days", type = "number", description = "How long", required = false },
                new { name = "meal", type = "select", options = new[] { "lunch", "dinner" }, description = "Which", required = false },
                new { name = "pets", type = "bool", description = "Whether", required = false },
                new { name = "names", type = "array[string]", description = "Who", required = false },
                new { name = "rooms", type = "array[number]", description = "Which", required = false },
                new { name = "extra", type = "array[object]", description = "More", required = false },
            },
        });
        return host.Request(graph, """{"text": "To Xi'an for three days", "who": "Li"}""");
    }
}
