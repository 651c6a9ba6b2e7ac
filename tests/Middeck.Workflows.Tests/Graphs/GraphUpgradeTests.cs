using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Upgrades;

namespace Middeck.Workflows.Tests.Graphs;

public sealed class GraphUpgradeTests
{
    private const string OldIteration =
        """
        {"nodes": [
           {"id": "start", "data": {"type": "start", "variables": []}},
           {"id": "each", "data": {"type": "iteration", "start_node_id": "work", "iterator_selector": ["start", "list"], "output_selector": ["more", "text"]}},
           {"id": "work", "parentId": "each", "data": {"type": "llm", "says": "<{{#each.item#}}>", "isIterationStart": true}},
           {"id": "more", "data": {"type": "llm", "says": "{{#work.text#}}!", "iteration_id": "each"}},
           {"id": "end", "data": {"type": "end", "outputs": [{"variable": "all", "value_selector": ["each", "output"]}]}}],
         "edges": [{"source": "start", "target": "each"}, {"source": "work", "target": "more"}, {"source": "each", "target": "end"}]}
        """;

    [Fact]
    public async Task An_iteration_without_a_start_node_runs_as_if_it_had_one()
    {
        var graph = WorkflowGraph.Read(JsonDocument.Parse(OldIteration).RootElement);

        var log = await new Play(FakeNode.Model()).RunAsync(graph, """{"list": ["a", "b"]}""");

        Assert.Empty(graph.Problems);
        Assert.Equal("""["<a>!","<b>!"]""", log.Output("all"));
    }

    [Fact]
    public void An_upgraded_graph_needs_no_second_upgrade()
    {
        var graph = (JsonObject)JsonNode.Parse(OldIteration)!;

        var first = GraphUpgrade.Apply(graph);
        var second = GraphUpgrade.Apply(graph);

        Assert.Equal(2, first.Count);
        Assert.Empty(second);
        Assert.Equal("eachstart", (string?)graph["nodes"]![1]!["data"]!["start_node_id"]);
    }

    [Fact]
    public void A_graph_of_today_stays_the_same_element_with_all_of_its_unknown_fields()
    {
        var json = new GraphBuilder().Start().Node("x", "llm", new { strange = new { field = 1 } }).Edges("start -> x").Json();

        Assert.Equal(json.GetRawText(), GraphUpgrade.Apply(json).GetRawText());
        Assert.Equal(1, WorkflowGraph.Read(json).Find("x")!.Data.GetProperty("strange").GetProperty("field").GetInt32());
    }

    [Theory]
    [InlineData(
        """{"type": "if-else", "logical_operator": "or", "conditions": [{"comparison_operator": "is"}]}""",
        """{"type":"if-else","logical_operator":"or","conditions":[{"comparison_operator":"is"}],"cases":[{"case_id":"true","logical_operator":"or","conditions":[{"comparison_operator":"is"}]}]}""")]
    [InlineData("""{"type": "variable-assigner", "variables": []}""", """{"type":"variable-aggregator","variables":[]}""")]
    [InlineData(
        """{"type": "http-request", "body": {"type": "json", "data": "{\"a\": 1}"}}""",
        """{"type":"http-request","body":{"type":"json","data":[{"key":"","type":"text","value":"{\"a\": 1}"}]}}""")]
    [InlineData(
        """{"type": "http-request", "body": {"type": "x-www-form-urlencoded", "data": "a: 1:2\n\nb"}}""",
        """{"type":"http-request","body":{"type":"x-www-form-urlencoded","data":[{"key":"a","type":"text","value":"1:2"},{"key":"b","type":"text","value":""}]}}""")]
    [InlineData("""{"type": "http-request", "body": {"type": "none", "data": ""}}""", """{"type":"http-request","body":{"type":"none","data":[]}}""")]
    [InlineData(
        """{"type": "tool", "tool_parameters": {"q": "{{#a.b#}}", "n": 3, "new": {"type": "variable", "value": ["a", "b"]}}}""",
        """{"type":"tool","tool_parameters":{"q":{"type":"mixed","value":"{{#a.b#}}"},"n":{"type":"constant","value":3},"new":{"type":"variable","value":["a","b"]}}}""")]
    public void Old_forms_become_those_of_today(string old, string today)
    {
        var graph = (JsonObject)JsonNode.Parse($$"""{"nodes": [{"id": "n", "data": {{old}}}]}""")!;

        GraphUpgrade.Apply(graph);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(today), graph["nodes"]![0]!["data"]));
    }
}
