using System.Globalization;
using System.Numerics;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>Integers of any size, floats, and bools, which are the integers 0 and 1.</summary>
internal static class Numbers
{
    private const long Exact = 1L << 53;

    public static bool Is(object? value) => value is long or double or bool or BigInteger;

    public static bool IsWhole(object? value) => value is long or bool or BigInteger;

    /// <summary>A bool as the integer that it is.</summary>
    public static object? Plain(object? value) => value is bool flag ? flag ? 1L : 0L : value;

    /// <summary>As a long where it fits.</summary>
    public static object Of(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? (object)(long)value : value;

    public static BigInteger Big(object value) => value switch
    {
        long integer => integer,
        bool flag => flag ? 1 : 0,
        _ => (BigInteger)value,
    };

    public static double Float(object value)
    {
        switch (value)
        {
            case double number:
                return number;
            case long integer:
                return integer;
            case bool flag:
                return flag ? 1 : 0;
            default:
                var big = (double)(BigInteger)value;
                return double.IsInfinity(big) ? throw Failures.Overflow("int too large to convert to float") : big;
        }
    }

    /// <summary>An integer for a length, count or position; what lies outside of 32 bits becomes the nearest that fits.</summary>
    public static int Index(object? value) => (int)Math.Clamp(Long(value), int.MinValue, int.MaxValue);

    public static long Long(object? value) => value switch
    {
        long integer => integer,
        bool flag => flag ? 1 : 0,
        BigInteger big => big.Sign < 0 ? long.MinValue : long.MaxValue,
        Undefined undefined => throw undefined.Fail(),
        _ => throw Failures.Type($"'{TypeNames.Of(value)}' object cannot be interpreted as an integer"),
    };

    public static bool Same(object one, object other)
        => one is long a && other is long b ? a == b : Compare(one, other) == 0;

    /// <summary>Below, at or above zero; null when one of them is not a number (NaN).</summary>
    public static int? Compare(object one, object other)
    {
        if (one is double || other is double)
        {
            if ((one is double x && !double.IsFinite(x)) || (other is double y && !double.IsFinite(y))
                || (IsExact(one) && IsExact(other)))
            {
                var (a, b) = (Rough(one), Rough(other));
                return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
            }

            // One of them is beyond what a float holds exactly.
            return one is double number
                ? -CompareWithFloat(Big(Plain(other)!), number)
                : CompareWithFloat(Big(Plain(one)!), (double)other);
        }

        return one is long c && other is long d ? c.CompareTo(d) : Big(one).CompareTo(Big(other));
    }

    /// <summary>The integer before a float's point.</summary>
    public static object Truncate(double number) => double.IsNaN(number)
        ? throw Failures.Value("cannot convert float NaN to integer")
        : double.IsInfinity(number) ? throw Failures.Overflow("cannot convert float infinity to integer")
        : Math.Abs(number) < Exact ? (long)number
        : Of(new BigInteger(number));

    /// <summary>The digits of an integer. Python refuses more than 4300 of them.</summary>
    public static string Text(object whole)
    {
        if (whole is BigInteger big)
        {
            return big.GetBitLength() < 14_300 ? big.ToString(CultureInfo.InvariantCulture) : throw Failures.Value(
                "Exceeds the limit (4300 digits) for integer string conversion");
        }

        return ((long)Plain(whole)!).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsExact(object value) => value is not BigInteger && (value is not long integer || (integer > -Exact && integer < Exact));

    private static double Rough(object value) => value is BigInteger big ? (double)big : Float(value);

    private static int CompareWithFloat(BigInteger whole, double number)
    {
        var floor = Math.Floor(number);
        var order = whole.CompareTo(new BigInteger(floor));
        return order != 0 ? order : floor < number ? -1 : 0;
    }
}
