using System.Text.Json;
using Middeck.Sandbox;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>
/// A code node's settings: <c>{"code_language": "python3", "code": "def main(a): …", "variables": [{"variable": "a", "value_selector":
/// ["start", "a"]}], "outputs": {"sum": {"type": "number", "children": null}}}</c>. Its <c>dependencies</c> are passed over: they
/// cannot be installed.
/// </summary>
internal sealed record CodeSettings(
    string LanguageName, string Code, IReadOnlyList<(string Name, Selector Selector)> Variables, IReadOnlyDictionary<string, CodeOutput> Outputs)
{
    /// <summary>The language; null for one that cannot be run.</summary>
    public CodeLanguage? Language => LanguageName switch
    {
        "python3" => CodeLanguage.Python,
        "javascript" => CodeLanguage.JavaScript,
        _ => null,
    };

    public static CodeSettings Read(GraphNode node) => new(
        node.Data.Member("code_language").Text() ?? "python3",
        node.Data.Member("code").Text() ?? "",
        [
            .. node.Data.Member("variables").Items()
                .Select(variable => (variable.Member("variable").Text() ?? "", Selector.Read(variable, "value_selector")))
                .Where(variable => variable.Item1.Length > 0),
        ],
        ReadOutputs(node.Data.Member("outputs")) ?? []);

    // Null for an object whose fields are not declared.
    private static OrderedDictionary<string, CodeOutput>? ReadOutputs(JsonElement? declared)
    {
        if (declared is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        var outputs = new OrderedDictionary<string, CodeOutput>(StringComparer.Ordinal);
        foreach (var field in fields.EnumerateObject())
        {
            outputs[field.Name] = new(field.Value.Member("type").Text() ?? "", ReadOutputs(field.Value.Member("children")));
        }

        return outputs.Count == 0 ? null : outputs;
    }
}
