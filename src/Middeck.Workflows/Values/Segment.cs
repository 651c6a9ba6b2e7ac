using System.Collections.ObjectModel;

namespace Middeck.Workflows.Values;

/// <summary>
/// A value of a variable together with its type. Immutable, so that branches that run at the same time may share it.
/// </summary>
public sealed class Segment
{
    private readonly object? _value;

    private Segment(SegmentType type, object? value)
    {
        Type = type;
        _value = value;
    }

    /// <summary>No value.</summary>
    public static Segment None { get; } = new(SegmentType.None, null);

    /// <summary>True.</summary>
    public static Segment True { get; } = new(SegmentType.Boolean, true);

    /// <summary>False.</summary>
    public static Segment False { get; } = new(SegmentType.Boolean, false);

    /// <summary>The empty text.</summary>
    public static Segment Empty { get; } = new(SegmentType.String, "");

    /// <summary>A list without items.</summary>
    public static Segment EmptyArray { get; } = new(SegmentType.ArrayAny, Array.Empty<Segment>());

    /// <summary>An object without fields.</summary>
    public static Segment EmptyObject { get; } = new(SegmentType.Object, ReadOnlyDictionary<string, Segment>.Empty);

    /// <summary>The value's type; never one of the declared-only types.</summary>
    public SegmentType Type { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNone => Type == SegmentType.None;

    /// <summary>Whether it is a list of any type.</summary>
    public bool IsArray => SegmentTypes.IsArray(Type);

    /// <summary>Whether it is an integer or a float.</summary>
    public bool IsNumber => Type is SegmentType.Integer or SegmentType.Float;

    /// <summary>The text of a string or secret; null for anything else.</summary>
    public string? Text => _value as string;

    /// <summary>The file; null for anything else.</summary>
    public FileValue? File => _value as FileValue;

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<Segment> Items => _value as IReadOnlyList<Segment> ?? [];

    /// <summary>The fields of an object in their order; empty for anything else.</summary>
    public IReadOnlyDictionary<string, Segment> Fields
        => _value as IReadOnlyDictionary<string, Segment> ?? ReadOnlyDictionary<string, Segment>.Empty;

    /// <summary>The integer; throws for anything else.</summary>
    public long Integer => (long)_value!;

    /// <summary>The boolean; throws for anything else.</summary>
    public bool Boolean => (bool)_value!;

    /// <summary>The number as a floating-point one; throws for what is no number.</summary>
    public double Number => _value is long integer ? integer : (double)_value!;

    /// <summary>Whether it counts as true: everything but nothing, false, zero and what is empty.</summary>
    public bool IsTruthy => _value switch
    {
        null => false,
        bool boolean => boolean,
        string text => text.Length > 0,
        long integer => integer != 0,
        double number => number != 0,
        IReadOnlyList<Segment> items => items.Count > 0,
        IReadOnlyDictionary<string, Segment> fields => fields.Count > 0,
        _ => true,
    };

    /// <summary>A text; null is <see cref="None"/>.</summary>
    public static Segment Of(string? text)
        => text is null ? None : text.Length == 0 ? Empty : new(SegmentType.String, text);

    /// <summary>A text that is never shown.</summary>
    public static Segment SecretOf(string text) => new(SegmentType.Secret, text);

    /// <summary>An integer.</summary>
    public static Segment Of(long integer) => new(SegmentType.Integer, integer);

    /// <summary>A floating-point number.</summary>
    public static Segment Of(double number) => new(SegmentType.Float, number);

    /// <summary>A boolean.</summary>
    public static Segment Of(bool boolean) => boolean ? True : False;

    /// <summary>A file.</summary>
    public static Segment Of(FileValue file) => new(SegmentType.File, file);

    /// <summary>A list; its type follows from its items.</summary>
    public static Segment Of(IReadOnlyList<Segment> items)
    {
        var type = items.Count == 0 ? SegmentType.ArrayAny : SegmentTypes.ArrayOf(items[0].Type);
        for (var i = 1; i < items.Count && type != SegmentType.ArrayAny; i++)
        {
            type = SegmentTypes.ArrayOf(items[i].Type) == type ? type : SegmentType.ArrayAny;
        }

        return Of(items, type);
    }

    /// <summary>A list of a type that was declared.</summary>
    public static Segment Of(IReadOnlyList<Segment> items, SegmentType type)
        => items.Count == 0 && type == SegmentType.ArrayAny ? EmptyArray : new(type, items);

    /// <summary>An object; the order of the fields is kept.</summary>
    public static Segment Of(IReadOnlyDictionary<string, Segment> fields) => new(SegmentType.Object, fields);

    /// <summary>The text as it stands in a prompt (see <see cref="PromptText"/>).</summary>
    public override string ToString() => PromptText.Of(this);
}
