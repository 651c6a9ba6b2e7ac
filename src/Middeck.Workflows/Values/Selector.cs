using System.Text;
using System.Text.Json;

namespace Middeck.Workflows.Values;

/// <summary>
/// Names a variable: node id (or <c>sys</c>, <c>env</c>, <c>conversation</c>, <c>rag</c>), variable, then keys of objects or an
/// attribute of a file, as in <c>["llm", "structured_output", "name"]</c>.
/// </summary>
public sealed class Selector : IEquatable<Selector>
{
    private readonly string[] _parts;

    /// <summary>At least the node and the variable; anything shorter names nothing.</summary>
    public Selector(params string[] parts) => _parts = parts;

    /// <summary>The node id or the prefix; empty when nothing is named.</summary>
    public string Node => _parts.Length > 0 ? _parts[0] : "";

    /// <summary>The variable; empty when nothing is named.</summary>
    public string Variable => _parts.Length > 1 ? _parts[1] : "";

    /// <summary>All parts.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>Whether it names a variable at all.</summary>
    public bool IsComplete => _parts.Length > 1;

    /// <summary>Whether the first part is one of the prefixes that are no node ids.</summary>
    public bool IsSpecial => Node is "sys" or "env" or "conversation" or "rag";

    /// <summary>Reads a JSON list of strings; null for anything else.</summary>
    public static Selector? Read(JsonElement json)
        => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String)
            ? new Selector([.. json.EnumerateArray().Select(part => part.GetString()!)])
            : null;

    /// <summary>Reads that field of an object; a selector of nothing when it is missing or no list of strings.</summary>
    public static Selector Read(JsonElement json, string field)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var value) && Read(value) is { } selector
            ? selector
            : new Selector();

    /// <inheritdoc />
    public bool Equals(Selector? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Selector);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Node, Variable, _parts.Length);

    /// <summary>As Python prints a list, which is how failures name a variable: <c>['llm', 'text']</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        PythonText.Repr(Segment.Of([.. _parts.Select(Segment.Of)], SegmentType.ArrayString), text);
        return text.ToString();
    }
}
