using System.Text.Json.Nodes;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class ToolNodeTests(PostgresFixture postgres) : GraphTest(postgres)
{
    [Theory]
    [InlineData("""{"expression": {"type": "mixed", "value": "{{#start.n#}} * 3"}}""", "{}", "21")]
    [InlineData("""{"expression": {"type": "variable", "value": ["start", "n"]}}""", "{}", "7")]
    [InlineData("""{"expression": {"type": "constant", "value": "2 + 2"}}""", "{}", "4")]
    [InlineData("""{"expression": "5 - {{#start.n#}}"}""", "{}", "-2")]
    [InlineData("{}", """{"expression": {"type": "mixed", "value": "1 + 1"}}""", "2")]
    public async Task Parameters_of_every_age_reach_the_tool(string parameters, string configurations, string text)
    {
        var record = await RunNodeAsync(Node("langgenius/maths/maths", "eval_expression", parameters, configurations), new() { ["n"] = Segment.Of(7) });

        Assert.True(record.Status == NodeStatus.Succeeded, record.Result.Error);
        Assert.Contains(text, record.Result.Outputs["text"].Text, StringComparison.Ordinal);
        Assert.Equal("[]", Json(record, "files"));
        Assert.Equal("eval_expression", record.Result.Metadata["tool_info"].Fields["tool_name"].Text);
    }

    [Fact]
    public async Task Files_that_a_tool_makes_are_kept_and_secrets_are_masked()
    {
        Environment["KEY"] = Segment.SecretOf("hidden");

        var record = await RunNodeAsync(Node(
            "chart", "bar_chart", """{"data": "1;2", "x_axis": "a;b", "title": "for {{#env.KEY#}}", "width": {"type": "mixed", "value": ""}}"""));

        var file = Assert.Single(record.Result.Outputs["files"].Items).File!;
        Assert.Equal("tool_file", file.TransferMethod);
        using var download = await Host.Client.GetAsync(file.Url);
        Assert.Contains("for hidden", await download.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("for ******", record.Result.Inputs["title"].Text);
    }

    [Theory]
    [InlineData("google", "google_search", "{}", "ToolNotFoundError", "The tool 'google_search' of 'google' is not on this platform.")]
    [InlineData("maths", "eval_expression", "{}", "ToolInvokeError", "expression is needed")]
    [InlineData("maths", "eval_expression", """{"expression": {"type": "variable", "value": ["start", "none"]}}""", "ToolParameterError", "'expression'")]
    [InlineData("maths", "eval_expression", """{"expression": "2 +"}""", "ToolInvokeError", "Failed to invoke tool eval_expression")]
    public async Task What_cannot_be_called_fails_with_a_sentence(
        string provider, string tool, string parameters, string kind, string sentence)
    {
        var record = await RunNodeAsync(Node(provider, tool, parameters));

        Assert.Equal((NodeStatus.Failed, kind), (record.Status, record.Result.ErrorKind));
        Assert.Contains(sentence, record.Result.Error, StringComparison.Ordinal);
    }

    private static JsonObject Node(string provider, string tool, string parameters, string configurations = "{}") => new()
    {
        ["type"] = "tool",
        ["provider_type"] = "builtin",
        ["provider_id"] = provider,
        ["provider_name"] = provider,
        ["tool_name"] = tool,
        ["tool_parameters"] = JsonNode.Parse(parameters),
        ["tool_configurations"] = JsonNode.Parse(configurations),
    };
}
