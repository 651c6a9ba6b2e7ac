using System.Globalization;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Floats by a format code, without their sign.</summary>
internal static class FloatText
{
    /// <summary>Null for a code that floats do not have.</summary>
    public static string? Of(double value, char type, int precision, bool alternate)
    {
        if (!double.IsFinite(value))
        {
            var name = double.IsNaN(value) ? "nan" : "inf";
            return (char.IsAsciiLetterUpper(type) ? name.ToUpperInvariant() : name) + (type == '%' ? "%" : "");
        }

        var digits = precision < 0 ? 6 : precision;
        switch (type)
        {
            case 'f' or 'F':
                return Decimals.Fixed(value, digits) + (alternate && digits == 0 ? "." : "");
            case '%':
                return Decimals.Fixed(value * 100, digits) + "%";
            case 'e' or 'E':
                return Scientific(value, digits, type, alternate);
            case 'g' or 'G' or 'n':
                return General(value, digits, type == 'G' ? 'E' : 'e', alternate, withPoint: false);
            case '\0':
                return precision >= 0
                    ? General(value, precision, 'e', alternate, withPoint: true)
                    : PythonText.Float(Math.Abs(value));
            default:
                return null;
        }
    }

    private static string Scientific(double value, int precision, char mark, bool alternate)
    {
        var (digits, exponent) = Decimals.Scientific(value, precision);
        return Mantissa(digits, alternate) + Exponent(exponent, mark);
    }

    // The shorter of both forms, without zeros at the end.
    private static string General(double value, int precision, char mark, bool alternate, bool withPoint)
    {
        var count = Math.Max(precision, 1);
        var (digits, exponent) = Decimals.Scientific(value, count - 1);
        // Without a code there is always a digit after the point, so the exponent starts one digit earlier.
        if (exponent < -4 || exponent >= (withPoint ? count - 1 : count))
        {
            return Mantissa(alternate ? digits : Trim(digits), alternate) + Exponent(exponent, mark);
        }

        var text = Decimals.Fixed(value, count - 1 - exponent);
        text = alternate || !text.Contains('.', StringComparison.Ordinal) ? text : text.TrimEnd('0').TrimEnd('.');
        return withPoint && !text.Contains('.', StringComparison.Ordinal) ? text + ".0" : text;
    }

    private static string Trim(string digits) => digits[0] + digits[1..].TrimEnd('0');

    private static string Mantissa(string digits, bool alternate)
        => digits.Length == 1 ? digits + (alternate ? "." : "") : $"{digits[0]}.{digits.AsSpan(1)}";

    private static string Exponent(int exponent, char mark)
        => string.Create(CultureInfo.InvariantCulture, $"{mark}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
}
