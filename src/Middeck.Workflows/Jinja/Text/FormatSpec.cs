using System.Globalization;
using System.Numerics;
using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>The part of a field after its colon: <c>{:*^+#012,.3f}</c>.</summary>
internal sealed class FormatSpec
{
    private string? _fill;
    private char _align;
    private char _sign = '-';
    private bool _alternate;
    private bool _zeros;
    private int _width;
    private char _group;
    private int _precision = -1;
    private char _type;

    public static string Format(object? value, string spec, Budget budget)
    {
        if (spec.Length == 0)
        {
            return Repr.Str(value, budget);
        }

        var read = Read(spec, value);
        budget.Text(read._width);
        return read.Apply(value, budget);
    }

    /// <summary>Digits with a mark after every three before the point.</summary>
    public static string Grouped(string digits, char mark, int size = 3)
    {
        var end = digits.IndexOfAny(['.', 'e', 'E']);
        end = end < 0 ? digits.Length : end;
        var grouped = new StringBuilder(digits);
        for (var at = end - size; at > 0; at -= size)
        {
            grouped.Insert(at, mark);
        }

        return grouped.ToString();
    }

    private static FormatSpec Read(string spec, object? value)
    {
        var read = new FormatSpec();
        var at = 0;
        var first = char.IsHighSurrogate(spec[0]) && spec.Length > 1 ? 2 : 1;
        if (spec.Length > first && spec[first] is '<' or '>' or '=' or '^')
        {
            (read._fill, read._align, at) = (spec[..first], spec[first], first + 1);
        }
        else if (spec[0] is '<' or '>' or '=' or '^')
        {
            (read._align, at) = (spec[0], 1);
        }

        bool Next(params ReadOnlySpan<char> wanted) => at < spec.Length && wanted.Contains(spec[at]);

        if (Next('+', '-', ' '))
        {
            read._sign = spec[at++];
        }

        if (Next('z'))
        {
            at++;
        }

        if (Next('#'))
        {
            (read._alternate, at) = (true, at + 1);
        }

        if (Next('0'))
        {
            read._zeros = read._fill is null;
            at++;
        }

        read._width = Digits(spec, ref at) ?? 0;
        if (Next(',', '_'))
        {
            read._group = spec[at++];
        }

        if (Next('.'))
        {
            at++;
            read._precision = Digits(spec, ref at) ?? throw Failures.Value("Format specifier missing precision");
        }

        if (at < spec.Length)
        {
            read._type = spec[at++];
        }

        return at == spec.Length ? read : throw Failures.Value($"Invalid format specifier '{spec}' for object of type '{TypeNames.Of(value)}'");
    }

    private static int? Digits(string spec, ref int at)
    {
        var start = at;
        while (at < spec.Length && char.IsAsciiDigit(spec[at]))
        {
            at++;
        }

        return start == at ? null
            : int.TryParse(spec.AsSpan(start, at - start), CultureInfo.InvariantCulture, out var number) ? number
            : throw Failures.Value("Too many decimal digits in format string");
    }

    private string Apply(object? value, Budget budget)
    {
        if (Str.Of(value) is { } text)
        {
            return OfText(text, value);
        }

        if (value is not double && !Numbers.Is(value))
        {
            throw Failures.Type($"unsupported format string passed to {TypeNames.Of(value)}.__format__");
        }

        if (value is bool && _type == '\0')
        {
            // A bool without a type is formatted as the text that it prints as, but padded as a number.
            value = Numbers.Plain(value);
        }

        budget.Text(Math.Max(_precision, 0));
        return value is double || _type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%'
            ? OfFloat(Numbers.Float(value!))
            : OfWhole(Numbers.Big(value!));
    }

    private string OfText(string text, object? value)
    {
        if (_type is not ('\0' or 's'))
        {
            throw Unknown(value);
        }

        if (_sign != '-' || _align == '=' || _group != '\0')
        {
            throw Failures.Value(_align == '=' ? "'=' alignment not allowed in string format specifier"
                : _group != '\0' ? $"Cannot specify '{_group}' with 's'."
                : "Sign not allowed in string format specifier");
        }

        return Pad(_precision >= 0 ? Str.Start(text, _precision) : text, "", '<');
    }

    private string OfWhole(BigInteger value)
    {
        var size = BigInteger.Abs(value);
        if (_precision >= 0)
        {
            throw Failures.Value("Precision not allowed in integer format specifier");
        }

        var (digits, prefix) = _type switch
        {
            '\0' or 'd' or 'n' => (Numbers.Text(Numbers.Of(size)), ""),
            'x' => (IntegerText.InBase(size, 16), "0x"),
            'X' => (IntegerText.InBase(size, 16).ToUpperInvariant(), "0X"),
            'o' => (IntegerText.InBase(size, 8), "0o"),
            'b' => (IntegerText.InBase(size, 2), "0b"),
            'c' => (size <= 0x10FFFF && Rune.IsValid((int)size) ? new Rune((int)size).ToString() : throw Failures.Overflow("%c arg not in range(0x110000)"), ""),
            _ => throw Unknown(0L),
        };
        var grouped = _group == '\0' ? digits : Grouped(digits, _group, _type is '\0' or 'd' ? 3 : 4);
        return Pad(grouped, Sign(value.Sign < 0) + (_alternate ? prefix : ""), '>');
    }

    private string OfFloat(double value)
    {
        var negative = double.IsNegative(value) && !double.IsNaN(value);
        var digits = FloatText.Of(value, _type, _precision, _alternate) ?? throw Unknown(value);
        return Pad(_group == '\0' || !double.IsFinite(value) ? digits : Grouped(digits, _group), Sign(negative), '>');
    }

    private string Sign(bool negative) => negative ? "-" : _sign == '-' ? "" : _sign.ToString();

    private string Pad(string digits, string sign, char otherwise)
    {
        var align = _align != '\0' ? _align : _zeros && otherwise == '>' ? '=' : otherwise;
        var fill = _fill ?? (_zeros ? "0" : " ");
        var missing = _width - Str.Length(digits) - sign.Length;
        if (missing <= 0)
        {
            return sign + digits;
        }

        if (align == '=' && _zeros && _group != '\0')
        {
            return sign + ZerosInGroups(digits, missing);
        }

        var left = align switch { '<' or '=' => 0, '^' => missing / 2, _ => missing };
        var inside = align == '=' ? Times(fill, missing) : "";
        return Times(fill, left) + sign + inside + digits + (align is '<' or '^' ? Times(fill, missing - left) : "");
    }

    // The zeros in front are grouped as well: 0,001,234
    private string ZerosInGroups(string digits, int missing)
    {
        var width = digits.Length + missing;
        var bare = digits.Replace(_group.ToString(), "", StringComparison.Ordinal);
        var longer = bare;
        while (Grouped(longer, _group).Length < width)
        {
            longer = "0" + longer;
        }

        return Grouped(longer, _group);
    }

    private static string Times(string fill, int count) => string.Concat(Enumerable.Repeat(fill, count));

    private JinjaException Unknown(object? value)
        => Failures.Value($"Unknown format code '{_type}' for object of type '{TypeNames.Of(value)}'");
}
