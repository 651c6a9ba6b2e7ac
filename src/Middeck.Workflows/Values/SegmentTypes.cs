using System.Collections.Frozen;

namespace Middeck.Workflows.Values;

/// <summary>The names of <see cref="SegmentType"/> in the DSL, and what belongs together.</summary>
public static class SegmentTypes
{
    private static readonly (SegmentType Type, string Name)[] _names =
    [
        (SegmentType.None, "none"),
        (SegmentType.String, "string"),
        (SegmentType.Secret, "secret"),
        (SegmentType.Number, "number"),
        (SegmentType.Integer, "integer"),
        (SegmentType.Float, "float"),
        (SegmentType.Boolean, "boolean"),
        (SegmentType.Object, "object"),
        (SegmentType.File, "file"),
        (SegmentType.ArrayAny, "array[any]"),
        (SegmentType.ArrayString, "array[string]"),
        (SegmentType.ArrayNumber, "array[number]"),
        (SegmentType.ArrayObject, "array[object]"),
        (SegmentType.ArrayBoolean, "array[boolean]"),
        (SegmentType.ArrayFile, "array[file]"),
        (SegmentType.Group, "group"),
    ];

    private static readonly FrozenDictionary<string, SegmentType> _byName =
        _names.ToFrozenDictionary(pair => pair.Name, pair => pair.Type);

    private static readonly FrozenDictionary<SegmentType, string> _byType =
        _names.ToFrozenDictionary(pair => pair.Type, pair => pair.Name);

    /// <summary>The DSL's name, such as <c>array[string]</c>.</summary>
    public static string NameOf(SegmentType type) => _byType[type];

    /// <summary>The type of a name; null for one that the DSL does not know. <c>array</c> alone is <c>array[any]</c>.</summary>
    public static SegmentType? Find(string? name)
        => name is null ? null
            : name == "array" ? SegmentType.ArrayAny
            : _byName.TryGetValue(name, out var type) ? type : null;

    /// <summary>Whether it is one of the array types.</summary>
    public static bool IsArray(SegmentType type) => type is >= SegmentType.ArrayAny and <= SegmentType.ArrayFile;

    /// <summary>Whether it is a number of any kind.</summary>
    public static bool IsNumber(SegmentType type)
        => type is SegmentType.Number or SegmentType.Integer or SegmentType.Float;

    /// <summary>Whether it is a string of either kind.</summary>
    public static bool IsString(SegmentType type) => type is SegmentType.String or SegmentType.Secret;

    /// <summary>The array type whose items have this type.</summary>
    public static SegmentType ArrayOf(SegmentType item) => item switch
    {
        SegmentType.String or SegmentType.Secret => SegmentType.ArrayString,
        SegmentType.Number or SegmentType.Integer or SegmentType.Float => SegmentType.ArrayNumber,
        SegmentType.Boolean => SegmentType.ArrayBoolean,
        SegmentType.Object => SegmentType.ArrayObject,
        SegmentType.File => SegmentType.ArrayFile,
        _ => SegmentType.ArrayAny,
    };
}
