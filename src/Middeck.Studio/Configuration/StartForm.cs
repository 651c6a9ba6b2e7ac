using System.Text.Json;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Configuration;

/// <summary>
/// What a graph asks for before it runs, in the shape of <c>user_input_form</c>: the start node's
/// <c>[{"type": "select", "variable": "style", …}]</c> is <c>[{"select": {"type": "select", "variable": "style", …}}]</c> there.
/// </summary>
internal static class StartForm
{
    private const string UsualType = "text-input";

    public static JsonElement Of(JsonElement? graph)
    {
        var start = graph.Member("nodes").Items()
            .Select(static node => node.Member("data"))
            .FirstOrDefault(static data => data.Member("type").Text() == NodeTypes.Start);
        return JsonSerializer.SerializeToElement(
            start.Member("variables").Items()
                .Where(static variable => variable.ValueKind == JsonValueKind.Object)
                .Select(static variable => new Dictionary<string, JsonElement>
                {
                    [variable.Member("type").Text() is { Length: > 0 } type ? type : UsualType] = variable,
                }),
            Core.Json.Snake);
    }
}
