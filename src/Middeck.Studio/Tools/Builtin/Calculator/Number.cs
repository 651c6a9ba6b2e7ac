using System.Globalization;
using System.Numerics;

namespace Middeck.Studio.Tools.Builtin.Calculator;

/// <summary>
/// A number as the calculator has it: an exact fraction for as long as that is possible, and a floating one after a root, a
/// logarithm or the like.
/// </summary>
internal readonly record struct Number
{
    // A fraction with longer parts is of no use to anybody and takes too long.
    private const int MostBits = 16_384;
    private const int Digits = 30;

    private readonly BigInteger _top;
    private readonly BigInteger _bottom;
    private readonly double _floating;

    private Number(BigInteger top, BigInteger bottom, double floating, bool isExact)
        => (_top, _bottom, _floating, IsExact) = (top, bottom, floating, isExact);

    public bool IsExact { get; }

    public double Value => IsExact ? (double)_top / (double)_bottom is var quick && double.IsFinite(quick) ? quick : Slow() : _floating;

    public bool IsZero => IsExact ? _top.IsZero : _floating == 0;

    /// <summary>The whole number that it is; null when it is none.</summary>
    public BigInteger? Whole => IsExact && _bottom.IsOne ? _top : null;

    /// <exception cref="Core.Errors.FaultException">It is too large.</exception>
    public static Number Of(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        if (bottom.Sign < 0)
        {
            common = -common;
        }

        (top, bottom) = (top / common, bottom / common);
        return top.GetBitLength() > MostBits || bottom.GetBitLength() > MostBits
            ? throw TooLarge()
            : new Number(top, bottom, 0, isExact: true);
    }

    public static Number Of(BigInteger whole) => Of(whole, BigInteger.One);

    /// <summary>A number that was rounded on the way.</summary>
    /// <exception cref="Core.Errors.FaultException">It is none, or too large.</exception>
    public static Number About(double value) => double.IsNaN(value)
        ? throw ToolFaults.Argument("The expression has no real value.")
        : double.IsInfinity(value) ? throw TooLarge() : new Number(0, 1, value, isExact: false);

    public static Number operator +(Number a, Number b) => a.IsExact && b.IsExact
        ? Of((a._top * b._bottom) + (b._top * a._bottom), a._bottom * b._bottom)
        : About(a.Value + b.Value);

    public static Number operator -(Number a) => a.IsExact ? Of(-a._top, a._bottom) : About(-a._floating);

    public static Number operator -(Number a, Number b) => a + -b;

    public static Number operator *(Number a, Number b) => a.IsExact && b.IsExact
        ? Of(a._top * b._top, a._bottom * b._bottom)
        : About(a.Value * b.Value);

    public static Number operator /(Number a, Number b) => b.IsZero
        ? throw ToolFaults.Argument("The expression divides by zero.")
        : a.IsExact && b.IsExact ? Of(a._top * b._bottom, a._bottom * b._top)
        : About(a.Value / b.Value);

    /// <summary>The rest of a division, with the sign of the divisor, as in mathematics.</summary>
    public static Number operator %(Number a, Number b) => a - (b * Floor(a / b));

    public static Number Floor(Number a)
    {
        if (!a.IsExact)
        {
            return About(Math.Floor(a._floating));
        }

        var quotient = BigInteger.DivRem(a._top, a._bottom, out var rest);
        return Of(rest.Sign < 0 ? quotient - 1 : quotient);
    }

    public static int Compare(Number a, Number b) => a.IsExact && b.IsExact
        ? (a._top * b._bottom).CompareTo(b._top * a._bottom)
        : a.Value.CompareTo(b.Value);

    /// <summary>Exact for whole exponents.</summary>
    public static Number Power(Number a, Number b)
    {
        if (!a.IsExact || b.Whole is not { } exponent)
        {
            return About(Math.Pow(a.Value, b.Value));
        }

        var size = BigInteger.Abs(exponent);
        if (a.IsZero && exponent.Sign < 0)
        {
            throw ToolFaults.Argument("The expression divides by zero.");
        }

        var bits = Math.Max(a._top.GetBitLength(), a._bottom.GetBitLength());
        if (bits > 1 && size * (bits - 1) > MostBits)
        {
            throw TooLarge();
        }

        // One, minus one and nought stay small, whatever the exponent.
        var steps = bits <= 1 ? (int)(size % 2) + (size.IsZero ? 0 : 2) : (int)size;
        var (top, bottom) = (BigInteger.Pow(a._top, steps), BigInteger.Pow(a._bottom, steps));
        return exponent.Sign < 0 ? Of(bottom, top) : Of(top, bottom);
    }

    /// <summary>Exact where the digits end within 30 places; a rounded one begins with <c>≈</c>.</summary>
    public override string ToString()
    {
        if (!IsExact)
        {
            return "≈ " + _floating.ToString("G15", CultureInfo.InvariantCulture);
        }

        if (_bottom.IsOne)
        {
            return _top.ToString(CultureInfo.InvariantCulture);
        }

        var scaled = BigInteger.Abs(_top) * BigInteger.Pow(10, Digits);
        var digits = BigInteger.DivRem(scaled, _bottom, out var rest);
        if (rest * 2 >= _bottom)
        {
            digits++;
        }

        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(Digits + 1, '0');
        var written = $"{text[..^Digits]}.{text[^Digits..]}".TrimEnd('0').TrimEnd('.');
        return $"{(rest.IsZero ? "" : "≈ ")}{(_top.Sign < 0 ? "-" : "")}{written}";
    }

    // Parts that are beyond a double's range may stand for a number that is not.
    private double Slow() => Math.Exp(BigInteger.Log(BigInteger.Abs(_top)) - BigInteger.Log(_bottom)) * _top.Sign;

    private static Core.Errors.FaultException TooLarge()
        => ToolFaults.Argument("A number in the expression is too large to be computed.");
}
