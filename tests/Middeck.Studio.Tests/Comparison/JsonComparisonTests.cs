using System.Text.Json;
using Middeck.Studio.Comparison;

namespace Middeck.Studio.Tests.Comparison;

public sealed class JsonComparisonTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [1, {"c": null}]}""", """{"b": [1.0, {"c": null}], "a": 1}""", "")]
    [InlineData("""{"a": 1}""", """{"a": 2}""", "changed a 1 2")]
    [InlineData("""{"a": {"b": 1}}""", """{"a": {"c": 1}}""", "removed a.b 1 -|added a.c - 1")]
    [InlineData("""{"a": [1, 2, 3]}""", """{"a": [1, 5]}""", "changed a[1] 2 5|removed a[2] 3 -")]
    [InlineData("""{"a": []}""", """{"a": [{"b": 1}]}""", """added a[0] - {"b": 1}""")]
    [InlineData("""{"a": null}""", """{}""", "removed a null -")]
    [InlineData("""{"a": {}}""", """{"a": []}""", "changed a {} []")]
    [InlineData("""{"a.b": 1, "": 2}""", """{"a.b": 2, "": 3}""", """changed ["a.b"] 1 2|changed [""] 2 3""")]
    [InlineData("""{"提示": "早"}""", """{"提示": "晚"}""", """changed 提示 "早" "晚" """)]
    [InlineData("1", "2", "changed  1 2")]
    public void Places_are_told_by_their_paths(string before, string after, string expected)
        => Assert.Equal(expected.Trim(), string.Join('|', JsonComparison.Between(Parse(before), Parse(after)).Select(Tell)));

    private static string Tell(JsonChange change)
        => $"{change.Kind.ToString().ToLowerInvariant()} {change.Path} {change.Before?.GetRawText() ?? "-"} {change.After?.GetRawText() ?? "-"}";

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
