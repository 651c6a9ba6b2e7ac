using System.Globalization;
using System.Numerics;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Numbers from texts, as <c>int()</c> and <c>float()</c> read them.</summary>
internal static class NumberParsing
{
    /// <summary>The integer; null when the text is none. Base 0 goes by the prefix.</summary>
    public static object? Whole(string text, int numberBase)
    {
        var digits = Stripping.Strip(text, null, true, true);
        var negative = digits.StartsWith('-');
        digits = negative || digits.StartsWith('+') ? digits[1..] : digits;
        var prefix = digits.Length > 1 && digits[0] == '0' ? char.ToLowerInvariant(digits[1]) switch
        {
            'x' => 16,
            'o' => 8,
            'b' => 2,
            _ => 0,
        } : 0;
        if (prefix != 0 && (numberBase == 0 || numberBase == prefix))
        {
            (numberBase, digits) = (prefix, digits.Length > 2 && digits[2] == '_' ? digits[3..] : digits[2..]);
        }
        else if (numberBase == 0)
        {
            numberBase = 10;
        }

        if (digits.Length is 0 or > 4300 || digits[0] == '_' || digits[^1] == '_' || digits.Contains("__", StringComparison.Ordinal))
        {
            return null;
        }

        BigInteger value = 0;
        foreach (var letter in digits.Replace("_", "", StringComparison.Ordinal))
        {
            var digit = char.IsAsciiLetter(letter) ? char.ToLowerInvariant(letter) - 'a' + 10
                : char.IsDigit(letter) ? (int)char.GetNumericValue(letter)
                : 99;
            if (digit >= numberBase)
            {
                return null;
            }

            value = (value * numberBase) + digit;
        }

        return Numbers.Of(negative ? -value : value);
    }

    /// <summary>The float; null when the text is none.</summary>
    public static double? Float(string text)
    {
        var digits = Stripping.Strip(text, null, true, true);
        switch (digits.TrimStart('+', '-').ToUpperInvariant())
        {
            case "INF" or "INFINITY" when digits.Length - digits.TrimStart('+', '-').Length <= 1:
                return digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            case "NAN" when digits.Length <= 4:
                return double.NaN;
        }

        if (digits.Contains('_', StringComparison.Ordinal))
        {
            for (var i = 0; i < digits.Length; i++)
            {
                if (digits[i] == '_' && (i == 0 || i == digits.Length - 1 || !char.IsDigit(digits[i - 1]) || !char.IsDigit(digits[i + 1])))
                {
                    return null;
                }
            }

            digits = digits.Replace("_", "", StringComparison.Ordinal);
        }

        return digits.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('.' or '+' or '-' or 'e' or 'E'))
            || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? null
            : number;
    }

    /// <summary>As <c>int(value)</c>, or <c>int(text, base)</c>.</summary>
    public static object ToWhole(object? value, int numberBase = 10) => value switch
    {
        Undefined undefined => throw undefined.Fail(),
        double number => Numbers.Truncate(number),
        long or bool or BigInteger => Numbers.Plain(value)!,
        _ => Str.Of(value) is { } text
            ? Whole(text, numberBase) ?? throw Failures.Value(FormattableString.Invariant(
                $"invalid literal for int() with base {numberBase}: {Repr.Of(text)}"))
            : throw Failures.Type($"int() argument must be a string, a bytes-like object or a real number, not '{TypeNames.Of(value)}'"),
    };

    /// <summary>As <c>float(value)</c>.</summary>
    public static double ToFloat(object? value) => value switch
    {
        Undefined undefined => throw undefined.Fail(),
        _ when Numbers.Is(value) => Numbers.Float(value!),
        _ => Str.Of(value) is { } text
            ? Float(text) ?? throw Failures.Value($"could not convert string to float: {Repr.Of(text)}")
            : throw Failures.Type($"float() argument must be a string or a real number, not '{TypeNames.Of(value)}'"),
    };
}
