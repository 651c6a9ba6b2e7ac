using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Apps.Problems;

/// <summary>
/// Finds what nodes read and nobody writes: <c>{{#node.variable#}}</c> in texts, and <c>["node", "variable"]</c> in members whose
/// names end in <c>selector</c>.
/// </summary>
internal static partial class GraphReferences
{
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal) { "sys", "env", "conversation", "rag", "$output" };

    public static IEnumerable<AppProblem> FindDangling(AppConfig config)
    {
        var nodes = config.Workflow.Nodes.Select(static node => node.Id).ToHashSet(StringComparer.Ordinal);
        var variables = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)
        {
            ["env"] = Names(config, EnvironmentVariableCheck.Section),
            ["conversation"] = Names(config, "conversation_variables"),
        };
        foreach (var node in config.Workflow.Nodes)
        {
            foreach (var (first, second) in Read(node.Data).Distinct())
            {
                if (!Prefixes.Contains(first) && !nodes.Contains(first))
                {
                    yield return new AppProblem(
                        node.Id, "unknown_variable", $"{NodeTitle.Of(node)} reads '{first}.{second}', but there is no node '{first}'. Choose another variable.");
                }
                else if (variables.TryGetValue(first, out var known) && !known.Contains(second))
                {
                    yield return new AppProblem(
                        node.Id, "unknown_variable", $"{NodeTitle.Of(node)} reads '{first}.{second}', but no such variable is declared. Declare it, or choose another.");
                }
            }
        }
    }

    private static HashSet<string> Names(AppConfig config, string section)
        => [.. config.Section(section).Items().Select(static variable => variable.Member("name").Text()).OfType<string>()];

    private static IEnumerable<(string Node, string Variable)> Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Reference().Matches(value.GetString()!)
            .Select(static match => (match.Groups["node"].Value, match.Groups["variable"].Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Read),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member =>
            member.Name.EndsWith("selector", StringComparison.Ordinal) && Selector(member.Value) is { } selector ? [selector] : Read(member.Value)),
        _ => [],
    };

    private static (string, string)? Selector(JsonElement value)
        => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 1
            && value[0].ValueKind == JsonValueKind.String && value[1].ValueKind == JsonValueKind.String
                ? (value[0].GetString()!, value[1].GetString()!)
                : null;

    [GeneratedRegex(@"\{\{#(?<node>\$?[a-zA-Z0-9_-]{1,50})\.(?<variable>[a-zA-Z_][a-zA-Z0-9_]{0,29})(\.[a-zA-Z_][a-zA-Z0-9_]{0,29}){0,9}#\}\}")]
    private static partial Regex Reference();
}
