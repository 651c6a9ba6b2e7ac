using System.Globalization;
using System.Numerics;
using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>The <c>%</c> of a text: <c>"%s of %05.1f" % (a, b)</c>, <c>"%(name)s" % {'name': a}</c>.</summary>
internal sealed class PercentFormat(string format, object? values, Budget budget)
{
    private readonly StringBuilder _text = new();
    private int _at;
    private int _used;

    public static string Fill(string format, object? values, Budget budget)
    {
        var filled = new PercentFormat(format, values, budget).Fill();
        budget.Text(filled.Length);
        return filled;
    }

    /// <summary>With everything beyond ASCII as <c>\xhh</c>, <c>\uhhhh</c> or <c>\Uhhhhhhhh</c>.</summary>
    public static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.IsAscii ? ascii.Append((char)rune.Value) : ascii.Append(rune.Value switch
            {
                <= 0xFF => FormattableString.Invariant($"\\x{rune.Value:x2}"),
                <= 0xFFFF => FormattableString.Invariant($"\\u{rune.Value:x4}"),
                _ => FormattableString.Invariant($"\\U{rune.Value:x8}"),
            });
        }

        return ascii.ToString();
    }

    private string Fill()
    {
        while (_at < format.Length)
        {
            var next = format.IndexOf('%', _at);
            if (next < 0)
            {
                _text.Append(format, _at, format.Length - _at);
                break;
            }

            _text.Append(format, _at, next - _at);
            _at = next + 1;
            Field();
            if (_text.Length > budget.Limits.MaxText)
            {
                budget.Text(_text.Length);
            }
        }

        if (values is PyTuple tuple ? _used < tuple.Items.Length : _used == 0 && values is not (PyDict or PyList or Undefined or PyRange))
        {
            throw Failures.Type("not all arguments converted during string formatting");
        }

        return _text.ToString();
    }

    private void Field()
    {
        object? named = Missing.Value;
        if (Peek() == '(')
        {
            named = Named();
        }

        var flags = "";
        while (Peek() is '-' or '+' or ' ' or '#' or '0')
        {
            flags += format[_at++];
        }

        var width = Number() ?? 0;
        if (width < 0)
        {
            (flags, width) = (flags + "-", -width);
        }

        int? precision = null;
        if (Peek() == '.')
        {
            _at++;
            precision = Math.Max(Number() ?? 0, 0);
        }

        while (Peek() is 'h' or 'l' or 'L')
        {
            _at++;
        }

        if (_at >= format.Length)
        {
            throw Failures.Value("incomplete format");
        }

        var code = format[_at++];
        budget.Text(Math.Max(width, precision ?? 0));
        if (code == '%')
        {
            _text.Append('%');
            return;
        }

        if (!"srdiuxXoeEfFgGca".Contains(code, StringComparison.Ordinal))
        {
            throw Failures.Value(FormattableString.Invariant($"unsupported format character '{code}' (0x{(int)code:x}) at index {_at - 1}"));
        }

        Append(code, named == Missing.Value ? Next() : named, flags, width, precision);
    }

    private void Append(char code, object? value, string flags, int width, int? precision)
    {
        var (sign, body, isNumber) = Body(code, value, flags.Contains('#', StringComparison.Ordinal), precision);
        if (isNumber && sign.Length == 0)
        {
            sign = flags.Contains('+', StringComparison.Ordinal) ? "+" : flags.Contains(' ', StringComparison.Ordinal) ? " " : "";
        }

        var missing = Math.Max(width - sign.Length - Str.Length(body), 0);
        if (flags.Contains('-', StringComparison.Ordinal))
        {
            _text.Append(sign).Append(body).Append(' ', missing);
        }
        else if (isNumber && flags.Contains('0', StringComparison.Ordinal))
        {
            var prefix = body.Length > 1 && body[1] is 'x' or 'X' or 'o' ? body[..2] : "";
            _text.Append(sign).Append(prefix).Append('0', missing).Append(body, prefix.Length, body.Length - prefix.Length);
        }
        else
        {
            _text.Append(' ', missing).Append(sign).Append(body);
        }
    }

    private (string Sign, string Body, bool IsNumber) Body(char code, object? value, bool alternate, int? precision)
    {
        switch (code)
        {
            case 's' or 'r' or 'a':
                var text = code == 's' ? Repr.Str(value, budget) : Repr.Of(value, budget);
                text = code == 'a' ? Ascii(text) : text;
                return ("", precision is { } most ? Str.Start(text, most) : text, false);
            case 'c':
                return ("", Letter(value), false);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                var number = Numbers.Is(value) ? Numbers.Float(value!) : throw Wrong(value, "must be real number, not ");
                var negative = double.IsNegative(number) && !double.IsNaN(number);
                return (negative ? "-" : "", FloatText.Of(number, code, precision ?? -1, alternate)!, true);
            default:
                var whole = Whole(code, value);
                var size = BigInteger.Abs(whole);
                var digits = code switch
                {
                    'x' => IntegerText.InBase(size, 16),
                    'X' => IntegerText.InBase(size, 16).ToUpperInvariant(),
                    'o' => IntegerText.InBase(size, 8),
                    _ => Numbers.Text(Numbers.Of(size)),
                };
                digits = digits.PadLeft(precision ?? 0, '0');
                return (whole.Sign < 0 ? "-" : "", alternate && code is 'x' or 'X' or 'o' ? $"0{code}{digits}" : digits, true);
        }
    }

    private static BigInteger Whole(char code, object? value)
    {
        if (value is double number && code is 'd' or 'i' or 'u')
        {
            return Numbers.Big(Numbers.Truncate((double)value!));
        }

        return Numbers.IsWhole(value) ? Numbers.Big(value!)
            : throw (code is 'd' or 'i' or 'u'
                ? Wrong(value, $"%{code} format: a real number is required, not ")
                : Wrong(value, $"%{code} format: an integer is required, not "));
    }

    private static JinjaException Wrong(object? value, string message)
        => value is Undefined undefined ? undefined.Fail() : Failures.Type(message + TypeNames.Of(value));

    private static string Letter(object? value) => Str.Of(value) is { } text
        ? Str.Length(text) == 1 ? text : throw Failures.Type("%c requires int or char")
        : Numbers.IsWhole(value) ? Rune.IsValid(Numbers.Index(value)) ? new Rune(Numbers.Index(value)).ToString()
            : throw Failures.Overflow("%c arg not in range(0x110000)")
        : throw Failures.Type("%c requires int or char");

    private object? Named()
    {
        if (values is Undefined undefined)
        {
            throw undefined.Fail();
        }

        var dict = values as PyDict ?? throw Failures.Type("format requires a mapping");
        var (start, open) = (++_at, 1);
        while (_at < format.Length && open > 0)
        {
            open += format[_at] == '(' ? 1 : format[_at] == ')' ? -1 : 0;
            _at++;
        }

        if (open > 0)
        {
            throw Failures.Value("incomplete format key");
        }

        _used++;
        var name = format[start..(_at - 1)];
        return dict.TryGet(name, out var value) ? value : throw Failures.Key(Repr.Of(name));
    }

    private object? Next()
    {
        if (values is PyTuple tuple)
        {
            return _used < tuple.Items.Length ? tuple.Items[_used++] : throw NotEnough();
        }

        return _used++ == 0 ? values : throw NotEnough();
    }

    private int? Number()
    {
        if (Peek() == '*')
        {
            _at++;
            return Next() is var given && Numbers.IsWhole(given) ? Numbers.Index(given) : throw Failures.Type("* wants int");
        }

        var start = _at;
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }

        return start == _at ? null
            : int.TryParse(format.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var number) ? number
            : throw Failures.Value("width too big");
    }

    private char Peek() => _at < format.Length ? format[_at] : '\0';

    private static JinjaException NotEnough() => Failures.Type("not enough arguments for format string");
}
