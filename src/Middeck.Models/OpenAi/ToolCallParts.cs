using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Models.OpenAi;

/// <summary>
/// Joins the pieces of tool calls, which come under an index over many chunks:
/// <c>[{"index":0,"id":"call_1","function":{"name":"search","arguments":"{\"q"}}]</c>.
/// </summary>
internal sealed class ToolCallParts
{
    private readonly SortedDictionary<int, Part> _parts = [];

    public void Add(JsonElement calls)
    {
        var place = 0;
        foreach (var call in calls.EnumerateArray())
        {
            // A whole message has no indexes; the place in the list says the same.
            var index = call.TryGetProperty("index", out var given) && given.TryGetInt32(out var number) ? number : place;
            place++;
            if (!_parts.TryGetValue(index, out var part))
            {
                _parts[index] = part = new Part();
            }

            part.Id ??= Text(call, "id");
            if (call.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object)
            {
                part.Name ??= Text(function, "name");
                part.Arguments.Append(Text(function, "arguments"));
            }
        }
    }

    /// <summary>The calls so far, once.</summary>
    public IReadOnlyList<FunctionCallContent> Take()
    {
        FunctionCallContent[] calls = [.. _parts.Select(entry => entry.Value.ToCall(entry.Key))];
        _parts.Clear();
        return calls;
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Part
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();

        public FunctionCallContent ToCall(int index)
        {
            var arguments = Arguments.Length == 0 ? "{}" : Arguments.ToString();
            return FunctionCallContent.CreateFromParsedArguments(
                arguments,
                Id ?? $"call_{index}",
                Name ?? "",
                static json => JsonSerializer.Deserialize<Dictionary<string, object?>>(json));
        }
    }
}
