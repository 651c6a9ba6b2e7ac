using System.Globalization;
using System.Numerics;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>
/// Floats in so many digits, rounded as C and Python do it: by the exact value, halves to the even digit. .NET rounds halves away
/// from zero.
/// </summary>
internal static class Decimals
{
    /// <summary>With so many digits after the point, as <c>%.2f</c>. The sign is left out.</summary>
    public static string Fixed(double number, int digits)
    {
        var text = Scaled(number, digits).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return digits == 0 ? text : $"{text.AsSpan(0, text.Length - digits)}.{text.AsSpan(text.Length - digits)}";
    }

    /// <summary>One digit before the point and so many after it, and the exponent of ten. The sign is left out.</summary>
    public static (string Digits, int Exponent) Scientific(double number, int digits)
    {
        if (number == 0)
        {
            return (new string('0', digits + 1), 0);
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        while (true)
        {
            var text = Scaled(number, digits - exponent).ToString(CultureInfo.InvariantCulture);
            if (text.Length == digits + 1)
            {
                return (text, exponent);
            }

            // The logarithm was off by one, or 9.99 became 10.0.
            exponent += text.Length > digits + 1 ? 1 : -1;
        }
    }

    /// <summary>As Python's <c>round(number, digits)</c>; digits may be negative.</summary>
    public static double Round(double number, int digits)
    {
        if (!double.IsFinite(number) || digits > 330)
        {
            return number;
        }

        if (digits < -330)
        {
            return Math.CopySign(0, number);
        }

        var text = FormattableString.Invariant($"{Scaled(number, digits)}E{-digits}");
        return Math.CopySign(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), number);
    }

    // The absolute value times ten to the power of digits, as the nearest integer, halves to the even one.
    private static BigInteger Scaled(double number, int digits)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var power = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger top = power == 0 ? mantissa : mantissa | (1L << 52);
        BigInteger bottom = 1;
        power = Math.Max(power, 1) - 1075;
        if (power >= 0)
        {
            top <<= power;
        }
        else
        {
            bottom <<= -power;
        }

        if (digits >= 0)
        {
            top *= BigInteger.Pow(10, digits);
        }
        else
        {
            bottom *= BigInteger.Pow(10, -digits);
        }

        var whole = BigInteger.DivRem(top, bottom, out var rest);
        var half = (rest << 1).CompareTo(bottom);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
    }
}
