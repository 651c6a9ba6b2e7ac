using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Nodes;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Nodes;

public sealed class StartInputsTests
{
    [Theory]
    [InlineData("""{"type": "text-input", "required": true}""", "null", "x is required in input form")]
    [InlineData("""{"type": "text-input"}""", "5", "(type 'text-input') x in input form must be a string")]
    [InlineData("""{"type": "paragraph", "max_length": 2}""", "\"abc\"", "x in input form must be less than 2 characters")]
    [InlineData("""{"type": "select", "options": ["a", "it's"]}""", "\"c\"", "x in input form must be one of the following: ['a', \"it's\"]")]
    [InlineData("""{"type": "number"}""", "\"1x\"", "x in input form must be a valid number")]
    [InlineData("""{"type": "checkbox"}""", "\"maybe\"", "x in input form must be a boolean")]
    [InlineData("""{"type": "file"}""", "\"f\"", "x in input form must be a file")]
    [InlineData("""{"type": "file-list"}""", "[1]", "x in input form must be a list of files")]
    [InlineData("""{"type": "json_object"}""", "\"[1]\"", "x in input form must be an object")]
    [InlineData("""{"type": "json_object", "json_schema": {"required": ["a"]}}""", "{}", "x in input form does not fit its schema: x.a is missing.")]
    [InlineData(
        """{"type": "json_object", "json_schema": "{\"properties\": {\"a\": {\"type\": \"array\", \"items\": {\"minimum\": 3}}}}"}""",
        """{"a": [3, 2]}""",
        "x in input form does not fit its schema: x.a[1] must be at least 3.")]
    public void What_does_not_fit_is_refused_in_the_words_that_clients_know(string variable, string value, string detail)
    {
        var fault = StartInputs.Check(Start(variable), Inputs(value), out var values);

        Assert.Equal((detail, "x"), (fault?.Detail, fault?.Field));
        Assert.Empty(values);
    }

    [Theory]
    [InlineData("""{"type": "text-input", "required": true, "max_length": null}""", "\"\"", "\"\"")]
    [InlineData("""{"type": "text-input", "max_length": 2}""", "\"🎉🎉\"", "\"🎉🎉\"")]
    [InlineData("""{"type": "text-input"}""", "null", "\"\"")]
    [InlineData("""{"type": "text-input", "default": "d"}""", "null", "\"d\"")]
    [InlineData("""{"type": "select", "options": ["a"]}""", "\"\"", "\"\"")]
    [InlineData("""{"type": "number"}""", "\" 12 \"", "12")]
    [InlineData("""{"type": "number"}""", "\"1.50\"", "1.5")]
    [InlineData("""{"type": "number", "default": "3"}""", "null", "3")]
    [InlineData("""{"type": "number"}""", "\"\"", "null")]
    [InlineData("""{"type": "checkbox"}""", "\"true\"", "true")]
    [InlineData("""{"type": "json_object", "json_schema": {"type": "object", "additionalProperties": false, "properties": {"a": {}}}}""", "\"{\\\"a\\\": 1}\"", "{\"a\":1}")]
    public void What_fits_is_read_by_its_type(string variable, string value, string expected)
    {
        Assert.Null(StartInputs.Check(Start(variable), Inputs(value), out var values));
        Assert.Equal(SegmentJson.Parse(expected).ToJson(), values["x"].ToJson());
    }

    [Fact]
    public void What_is_not_declared_is_left_out()
    {
        Assert.Null(StartInputs.Check(Start("""{"type": "text-input"}"""), SegmentJson.Parse("""{"x": "a", "y": 1}""").Fields, out var values));
        Assert.Equal(["x"], values.Keys);
    }

    private static Dictionary<string, Segment> Inputs(string value) => new() { ["x"] = SegmentJson.Parse(value) };

    private static GraphNode Start(string variable) => WorkflowGraph.Read(JsonDocument.Parse(
        $$$"""{"nodes": [{"id": "s", "data": {"type": "start", "variables": [{"variable": "x", {{{variable[1..]}}}]}}]}""").RootElement).Find("s")!;
}
