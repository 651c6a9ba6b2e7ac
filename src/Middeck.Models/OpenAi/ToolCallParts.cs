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
    private readonly List<Part> _parts = [];

    public void Add(JsonElement calls)
    {
        var place = 0;
        foreach (var call in calls.EnumerateArray())
        {
            // A whole message has no indexes; the place in the list says the same.
            var index = call.TryGetProperty("index", out var given) && given.TryGetInt32(out var number) ? number : place;
            place++;
            var id = Text(call, "id") is { Length: > 0 } named ? named : null;
            var part = _parts.FindLast(part => part.Index == index);
            // Some servers give every call the same index, or none: another id is then another call.
            if (part is null || (id is not null && part.Id is not null && part.Id != id))
            {
                _parts.Add(part = new Part(index));
            }

            part.Id ??= id;
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
        FunctionCallContent[] calls = [.. _parts.OrderBy(part => part.Index).Select((part, place) => part.ToCall(place))];
        _parts.Clear();
        return calls;
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class Part(int index)
    {
        public int Index => index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();

        /// <summary>The call; what was written stands beside what it was read as, which may be nothing.</summary>
        public FunctionCallContent ToCall(int place)
        {
            var arguments = Arguments.Length == 0 ? "{}" : Arguments.ToString();
            var call = FunctionCallContent.CreateFromParsedArguments(
                arguments,
                Id ?? $"call_{place}",
                Name ?? "",
                static json => JsonSerializer.Deserialize<Dictionary<string, object?>>(json));
            call.RawRepresentation = arguments;
            return call;
        }
    }
}
