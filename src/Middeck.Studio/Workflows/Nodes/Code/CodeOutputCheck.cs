using System.Text;
using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>Checks what the code handed back against what the node declares, and reads it in the declared types.</summary>
internal sealed class CodeOutputCheck(WorkflowOptions limits)
{
    private readonly CodeScalars _scalars = new(limits);

    /// <summary>The outputs.</summary>
    /// <exception cref="CodeOutputException">Something is missing, is not declared, has another type, or is too large.</exception>
    public IReadOnlyDictionary<string, Segment> Read(JsonElement result, IReadOnlyDictionary<string, CodeOutput> outputs)
        => result.ValueKind == JsonValueKind.Object
            ? Declared(result, outputs, "", 1)
            : throw new CodeOutputException($"Result must be a dict, got {PythonTypes.NameOf(result)}");

    private OrderedDictionary<string, Segment> Declared(
        JsonElement result, IReadOnlyDictionary<string, CodeOutput> outputs, string prefix, int depth)
    {
        EnsureDepth(depth);
        var values = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, output) in outputs)
        {
            var path = prefix.Length == 0 ? name : $"{prefix}.{name}";
            values[name] = result.TryGetProperty(name, out var value)
                ? Declared(value, output, path, depth)
                : throw new CodeOutputException($"Output {path} is missing.");
        }

        return result.EnumerateObject().Count() == values.Count
            ? values
            : throw new CodeOutputException("Not all output parameters are validated.", "CodeNodeError");
    }

    private Segment Declared(JsonElement value, CodeOutput output, string path, int depth) => output.Type switch
    {
        "string" => _scalars.Text(value, path),
        "number" => _scalars.Number(value, path),
        "boolean" => CodeScalars.Boolean(value, path),
        "object" => Object(value, output, path, ".", depth),
        "array[number]" => Array(value, path, SegmentType.ArrayNumber, _scalars.Item),
        "array[string]" => Array(value, path, SegmentType.ArrayString, (item, at, _) => _scalars.Text(item, at)),
        "array[boolean]" => Array(value, path, SegmentType.ArrayBoolean, (item, at, _) => CodeScalars.Boolean(item, at)),
        "array[object]" => Array(
            value, path, SegmentType.ArrayObject, (item, at, index) => Object(item, output, at, $" at index {index}.", depth)),
        _ => throw new CodeOutputException($"Output type {output.Type} is not supported."),
    };

    private Segment Object(JsonElement value, CodeOutput output, string path, string end, int depth) => value.ValueKind switch
    {
        JsonValueKind.Null => Segment.None,
        JsonValueKind.Object => Segment.Of(output.Children is { } children
            ? Declared(value, children, path, depth + 1)
            : Free(value, path, depth + 1)),
        _ => throw new CodeOutputException($"Output {path} is not an object, got {PythonTypes.ClassOf(value)} instead{end}"),
    };

    private Segment Array(JsonElement value, string path, SegmentType type, Func<JsonElement, string, int, Segment> item)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return Segment.None;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw new CodeOutputException($"Output {path} is not an array, got {PythonTypes.ClassOf(value)} instead.");
        }

        if (type == SegmentType.ArrayNumber && value.GetArrayLength() > limits.CodeNumbers)
        {
            throw new CodeOutputException($"The length of output variable `{path}` must be less than {limits.CodeNumbers} elements.");
        }

        if (type != SegmentType.ArrayNumber && Encoding.UTF8.GetByteCount(value.GetRawText()) > limits.CodeArrayBytes)
        {
            throw new CodeOutputException($"The size of output variable `{path}` must be less than {limits.CodeArrayBytes} bytes.");
        }

        return Segment.Of([.. value.EnumerateArray().Select((one, index) => item(one, $"{path}[{index}]", index))], type);
    }

    private OrderedDictionary<string, Segment> Free(JsonElement value, string path, int depth)
    {
        EnsureDepth(depth);
        var fields = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject())
        {
            fields[field.Name.Replace("\0", "", StringComparison.Ordinal)] = FreeValue(field.Value, $"{path}.{field.Name}", depth);
        }

        return fields;
    }

    private Segment FreeValue(JsonElement value, string path, int depth) => value.ValueKind switch
    {
        JsonValueKind.Null => Segment.None,
        JsonValueKind.String => _scalars.Text(value, path),
        JsonValueKind.Number => _scalars.Number(value, path),
        JsonValueKind.Object => Segment.Of(Free(value, path, depth + 1)),
        JsonValueKind.Array => FreeArray(value, path, depth),
        _ => CodeScalars.Boolean(value, path),
    };

    private Segment FreeArray(JsonElement value, string path, int depth)
    {
        EnsureDepth(depth);
        var kinds = value.EnumerateArray().Select(item => PythonTypes.KindOf(item)).Where(kind => kind != JsonValueKind.Null).Distinct();
        if (kinds.Count() > 1)
        {
            throw new CodeOutputException($"Output {path} is not a valid array. make sure all elements are of the same type.");
        }

        // Lists in lists go deeper as objects do.
        return Segment.Of([.. value.EnumerateArray().Select((item, index) => FreeValue(
            item, $"{path}[{index}]", item.ValueKind == JsonValueKind.Array ? depth + 1 : depth))]);
    }

    private void EnsureDepth(int depth)
    {
        if (depth > limits.CodeDepth)
        {
            throw new CodeOutputException($"Depth limit {limits.CodeDepth} reached, object too deep.", "DepthLimitError");
        }
    }
}
