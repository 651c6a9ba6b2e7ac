using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>The operations of an assigner with the rules for types.</summary>
internal static class Assignment
{
    public const string OverWrite = "over-write";
    public const string Clear = "clear";
    public const string RemoveFirst = "remove-first";
    public const string RemoveLast = "remove-last";

    /// <summary>The variable's new value.</summary>
    public static Segment Apply(string operation, Segment present, Segment operand) => operation switch
    {
        OverWrite => Fit(present, operand),
        "set" => Fit(present, SegmentConversion.To(present.IsNone ? null : present.Type, operand)),
        Clear => SegmentConversion.ZeroOf(present.Type),
        "append" => Append(present, operand),
        "extend" => Extend(present, operand),
        "+=" or "-=" or "*=" or "/=" => Calculate(operation, present, operand),
        RemoveFirst => List(operation, present) is { Count: > 0 } list ? Segment.Of([.. list.Skip(1)], present.Type) : present,
        RemoveLast => List(operation, present) is { Count: > 0 } list ? Segment.Of([.. list.SkipLast(1)], present.Type) : present,
        _ => throw new NodeException("OperationNotSupportedError", $"There is no operation '{operation}'."),
    };

    private static Segment Fit(Segment present, Segment value)
    {
        var fits = present.IsNone || value.IsNone || present.Type == value.Type
            || (present.IsNumber && value.IsNumber)
            || (SegmentTypes.IsString(present.Type) && SegmentTypes.IsString(value.Type))
            || (present.IsArray && value.IsArray && (present.Type == SegmentType.ArrayAny || value.Items.Count == 0));
        if (!fits)
        {
            throw Wrong($"The variable is of the type {SegmentTypes.NameOf(present.Type)} and cannot become {SegmentTypes.NameOf(value.Type)}.");
        }

        // An empty list says nothing of its items: the variable keeps its type.
        return value.IsArray && present.IsArray ? Segment.Of(value.Items, present.Type) : value;
    }

    private static Segment Append(Segment present, Segment item)
    {
        var list = List("append", present);
        if (present.Type != SegmentType.ArrayAny && SegmentTypes.ArrayOf(item.Type) != present.Type)
        {
            throw Wrong($"A value of the type {SegmentTypes.NameOf(item.Type)} does not fit into {SegmentTypes.NameOf(present.Type)}.");
        }

        return Segment.Of([.. list, item], present.Type);
    }

    private static Segment Extend(Segment present, Segment more)
    {
        var list = List("extend", present);
        if (!more.IsArray || (present.Type != SegmentType.ArrayAny && more.Items.Count > 0 && more.Type != present.Type))
        {
            throw Wrong($"A value of the type {SegmentTypes.NameOf(more.Type)} cannot extend {SegmentTypes.NameOf(present.Type)}.");
        }

        return Segment.Of([.. list, .. more.Items], present.Type);
    }

    private static Segment Calculate(string operation, Segment present, Segment operand)
    {
        var number = operand.Text is { } text ? SegmentConversion.Number(text) ?? operand : operand;
        if (!present.IsNumber)
        {
            throw NotFor(operation, present);
        }

        if (!number.IsNumber)
        {
            throw Wrong($"The operation '{operation}' needs a number, not {SegmentTypes.NameOf(operand.Type)}.");
        }

        if (operation == "/=")
        {
            return number.Number == 0 ? throw Wrong("A number cannot be divided by zero.") : Segment.Of(present.Number / number.Number);
        }

        if (present.Type == SegmentType.Integer && number.Type == SegmentType.Integer)
        {
            try
            {
                return Segment.Of(checked(operation switch
                {
                    "+=" => present.Integer + number.Integer,
                    "-=" => present.Integer - number.Integer,
                    _ => present.Integer * number.Integer,
                }));
            }
            catch (OverflowException overflow)
            {
                throw new NodeException("InvalidInputValueError", "The number is too large.", overflow);
            }
        }

        return Segment.Of(operation switch
        {
            "+=" => present.Number + number.Number,
            "-=" => present.Number - number.Number,
            _ => present.Number * number.Number,
        });
    }

    private static IReadOnlyList<Segment> List(string operation, Segment present)
        => present.IsArray ? present.Items : throw NotFor(operation, present);

    private static NodeException NotFor(string operation, Segment present) => new(
        "OperationNotSupportedError", $"Operation {operation} is not supported for type {SegmentTypes.NameOf(present.Type)}");

    private static NodeException Wrong(string sentence) => new("InvalidInputValueError", sentence);
}
