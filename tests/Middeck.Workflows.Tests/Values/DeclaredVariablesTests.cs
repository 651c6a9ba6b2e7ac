using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Values;

public sealed class DeclaredVariablesTests
{
    [Theory]
    [InlineData("\"secret\"", "\"s\"", SegmentType.Secret, "\"s\"")]
    [InlineData("\"number\"", "\"4\"", SegmentType.Integer, "4")]
    [InlineData("\"number\"", "null", SegmentType.Integer, "0")]
    [InlineData("\"array[string]\"", "[]", SegmentType.ArrayString, "[]")]
    [InlineData("\"array[object]\"", "null", SegmentType.ArrayObject, "[]")]
    [InlineData("\"object\"", "\"{\\\"a\\\": 1}\"", SegmentType.Object, "{\"a\":1}")]
    [InlineData("\"string\"", "\"\"", SegmentType.String, "\"\"")]
    [InlineData("\"boolean\"", "true", SegmentType.Boolean, "true")]
    [InlineData("null", "[1]", SegmentType.ArrayNumber, "[1]")]
    public void A_declared_variable_has_its_type(string type, string value, SegmentType expected, string json)
    {
        var read = DeclaredVariables.Read(JsonDocument.Parse($$"""[{"name": "x", "value_type": {{type}}, "value": {{value}}}]""").RootElement);

        Assert.Equal((expected, json), (read["x"].Type, read["x"].ToJson()));
    }
}
