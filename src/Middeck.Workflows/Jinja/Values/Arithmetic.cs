using System.Numerics;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>Python's arithmetic on two numbers. Bools have become integers before.</summary>
internal static class Arithmetic
{
    // 60,000 digits; what Python would take longer for than a template may.
    private const long MaxBits = 200_000;

    public static object Add(object one, object other) => one is long a && other is long b
        ? Sum(a, b)
        : one is double || other is double ? Numbers.Float(one) + Numbers.Float(other)
        : Numbers.Of(Numbers.Big(one) + Numbers.Big(other));

    public static object Subtract(object one, object other) => one is double || other is double
        ? Numbers.Float(one) - Numbers.Float(other)
        : one is long a && other is long b && !Overflows((Int128)a - b, out var difference) ? difference
        : Numbers.Of(Numbers.Big(one) - Numbers.Big(other));

    public static object Multiply(object one, object other)
    {
        if (one is double || other is double)
        {
            return Numbers.Float(one) * Numbers.Float(other);
        }

        return one is long a && other is long b && !Overflows((Int128)a * b, out var product)
            ? product
            : Numbers.Of(Limited(Numbers.Big(one) * Numbers.Big(other)));
    }

    public static object Divide(object one, object other)
    {
        if (Numbers.Float(other) == 0)
        {
            throw Failures.ZeroDivision(one is double || other is double ? "float division by zero" : "division by zero");
        }

        return Numbers.Float(one) / Numbers.Float(other);
    }

    public static object FloorDivide(object one, object other)
    {
        if (one is double || other is double)
        {
            return Floors(Numbers.Float(one), Numbers.Float(other), "float floor division by zero").Quotient;
        }

        var (a, b) = (Numbers.Big(one), Numbers.Big(other));
        if (b.IsZero)
        {
            throw Failures.ZeroDivision("integer division or modulo by zero");
        }

        if (one is long x && other is long y && y != -1)
        {
            var (whole, left) = Math.DivRem(x, y);
            return left != 0 && (left < 0) != (y < 0) ? whole - 1 : whole;
        }

        var quotient = BigInteger.DivRem(a, b, out var rest);
        return Numbers.Of(!rest.IsZero && (rest.Sign < 0) != (b.Sign < 0) ? quotient - 1 : quotient);
    }

    public static object Modulo(object one, object other)
    {
        if (one is double || other is double)
        {
            return Floors(Numbers.Float(one), Numbers.Float(other), "float modulo").Left;
        }

        var (a, b) = (Numbers.Big(one), Numbers.Big(other));
        if (b.IsZero)
        {
            throw Failures.ZeroDivision("integer modulo by zero");
        }

        var rest = BigInteger.Remainder(a, b);
        return Numbers.Of(!rest.IsZero && (rest.Sign < 0) != (b.Sign < 0) ? rest + b : rest);
    }

    public static object Power(object one, object other)
    {
        if (one is not double && other is not double)
        {
            var (a, b) = (Numbers.Big(one), Numbers.Big(other));
            if (b.Sign >= 0)
            {
                return Whole(a, b);
            }
        }

        var (x, y) = (Numbers.Float(one), Numbers.Float(other));
        if (x == 0 && y < 0)
        {
            throw Failures.ZeroDivision("0.0 cannot be raised to a negative power");
        }

        if (x < 0 && double.IsFinite(x) && double.IsFinite(y) && y != Math.Floor(y))
        {
            throw Failures.Value("a negative number cannot be raised to a fractional power here");
        }

        var power = Math.Pow(x, y);
        return double.IsInfinity(power) && double.IsFinite(x) && double.IsFinite(y)
            ? throw Failures.Overflow("(34, 'Numerical result out of range')")
            : power;
    }

    public static object Negate(object value) => value switch
    {
        double number => -number,
        long integer when integer != long.MinValue => -integer,
        _ => Numbers.Of(-Numbers.Big(value)),
    };

    private static object Sum(long a, long b) => Overflows((Int128)a + b, out var sum) ? (object)((BigInteger)a + b) : sum;

    private static bool Overflows(Int128 value, out long fitting)
    {
        fitting = unchecked((long)value);
        return fitting != value;
    }

    private static object Whole(BigInteger a, BigInteger b)
    {
        if (a.IsZero || a.IsOne || b.IsZero)
        {
            return Numbers.Of(b.IsZero ? 1 : a);
        }

        if (a == BigInteger.MinusOne)
        {
            return b.IsEven ? 1L : -1L;
        }

        return b > MaxBits || a.GetBitLength() * (long)b > MaxBits ? throw TooLarge() : Numbers.Of(BigInteger.Pow(a, (int)b));
    }

    private static BigInteger Limited(BigInteger value) => value.GetBitLength() > MaxBits ? throw TooLarge() : value;

    private static JinjaException TooLarge() => Failures.Limit("The template computes an integer of more than 60,000 digits.");

    // As CPython does it, so that the quotient and the rest fit together.
    private static (double Quotient, double Left) Floors(double a, double b, string byZero)
    {
        if (b == 0)
        {
            throw Failures.ZeroDivision(byZero);
        }

        var rest = a % b;
        var quotient = (a - rest) / b;
        if (rest != 0)
        {
            if ((b < 0) != (rest < 0))
            {
                rest += b;
                quotient -= 1;
            }
        }
        else
        {
            rest = Math.CopySign(0, b);
        }

        if (quotient == 0)
        {
            return (Math.CopySign(0, a / b), rest);
        }

        var floor = Math.Floor(quotient);
        return (quotient - floor > 0.5 ? floor + 1 : floor, rest);
    }
}
