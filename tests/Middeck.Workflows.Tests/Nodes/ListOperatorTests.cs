using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Nodes;

public sealed class ListOperatorTests
{
    private const string Files =
        """
        [{"dify_model_identity": "__dify__file__", "type": "image", "transfer_method": "local_file", "filename": "b.png", "size": 30},
         {"dify_model_identity": "__dify__file__", "type": "document", "transfer_method": "local_file", "filename": "a.pdf", "size": 200},
         {"dify_model_identity": "__dify__file__", "type": "image", "transfer_method": "local_file", "filename": "c.png", "size": 4}]
        """;

    private readonly Play _play = new();

    [Theory]
    [InlineData("[3,1,2]", """{"order_by": {"enabled": true, "value": "asc"}}""", "[1,2,3]")]
    [InlineData("[3,1,2]", """{"order_by": {"enabled": true, "value": "desc"}, "limit": {"enabled": true, "size": 2}}""", "[3,2]")]
    [InlineData("[3,1,2]", """{"order_by": {"enabled": false, "value": "asc"}, "limit": {"enabled": false, "size": 1}}""", "[3,1,2]")]
    [InlineData("[3,1,2]", """{"filter_by": {"enabled": true, "conditions": [{"comparison_operator": "≥", "value": "2"}]}, "order_by": {"enabled": true, "value": "asc"}}""", "[2,3]")]
    [InlineData("[\"ab\",\"b\",\"abc\"]", """{"filter_by": {"enabled": true, "conditions": [{"comparison_operator": "start with", "value": "{{#sys.query#}}"}]}}""", "[\"ab\",\"abc\"]")]
    [InlineData("[\"ab\",\"b\",\"abc\"]", """{"filter_by": {"enabled": true, "conditions": [{"comparison_operator": "start with", "value": "a"}, {"comparison_operator": "end with", "value": "c"}]}}""", "[\"abc\"]")]
    [InlineData("[\"x\",\"y\",\"z\"]", """{"extract_by": {"enabled": true, "serial": "2"}, "limit": {"enabled": true, "size": 5}}""", "[\"y\"]")]
    [InlineData("[true,false,true]", """{"filter_by": {"enabled": true, "conditions": [{"comparison_operator": "is", "value": true}]}}""", "[true,true]")]
    [InlineData("[]", """{"extract_by": {"enabled": true, "serial": "1"}}""", "[]")]
    public async Task Steps_work_in_their_order(string list, string settings, string expected)
    {
        var log = await RunAsync(list, settings);

        Assert.Equal(expected, log.Output("all"));
        var items = SegmentJson.Parse(expected).Items;
        Assert.Equal((items.Count > 0 ? items[0] : Segment.None).ToJson(), log.Output("first"));
        Assert.Equal((items.Count > 0 ? items[^1] : Segment.None).ToJson(), log.Output("last"));
    }

    [Fact]
    public async Task Files_are_filtered_and_sorted_by_an_attribute()
    {
        var log = await RunAsync(
            Files,
            """{"filter_by": {"enabled": true, "conditions": [{"key": "type", "comparison_operator": "in", "value": ["image"]}, {"key": "size", "comparison_operator": ">", "value": "3"}]}, "order_by": {"enabled": true, "key": "size", "value": "asc"}}""");

        Assert.Equal(["c.png", "b.png"], log.Finished.Outputs["all"].Items.Select(item => item.File!.Name));
    }

    [Theory]
    [InlineData("[1]", """{"extract_by": {"enabled": true, "serial": "2"}}""", "Invalid serial index: must be between 1 and 1")]
    [InlineData("\"no list\"", "{}", "The list operator needs a list, but ['start', 'list'] is string.")]
    [InlineData("[1]", """{"filter_by": {"enabled": true, "conditions": [{"comparison_operator": "contains", "value": "1"}]}}""", "Invalid actual value type: string or array")]
    public async Task What_does_not_fit_fails(string list, string settings, string error)
        => Assert.Equal(error, (await RunAsync(list, settings)).Finished.Error);

    private Task<RunLog> RunAsync(string list, string settings)
    {
        var data = System.Text.Json.Nodes.JsonNode.Parse(settings)!.AsObject();
        data["variable"] = new System.Text.Json.Nodes.JsonArray("start", "list");
        var graph = new GraphBuilder().Start().Node("list", "list-operator", data)
            .End("end", "all=list.result", "first=list.first_record", "last=list.last_record").Edges("start -> list", "list -> end").Build();
        return _play.RunAsync(graph, $$"""{"list": {{list}}}""", query: "a");
    }
}
