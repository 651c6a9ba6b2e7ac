using System.Numerics;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The attributes of numbers.</summary>
internal static class NumberMethods
{
    private static readonly Signature _none = new("method", 0);

    public static object? Attribute(object value, string name) => (name, value) switch
    {
        ("real", _) => Numbers.Plain(value),
        ("imag", double) => 0.0,
        ("imag", _) => 0L,
        ("numerator", not double) => Numbers.Plain(value),
        ("denominator", not double) => 1L,
        ("is_integer", double number) => Method(name, () => double.IsFinite(number) && Math.Floor(number) == number),
        ("bit_length", not double) => Method(name, () => (long)BigInteger.Abs(Numbers.Big(value)).GetBitLength()),
        ("bit_count", not double) => Method(name, () => Bits(BigInteger.Abs(Numbers.Big(value)))),
        ("conjugate", _) => Method(name, () => Numbers.Plain(value)!),
        _ => Missing.Value,
    };

    private static Function Method(string name, Func<object> compute) => new(name, (_, arguments) =>
    {
        _none.Bind(arguments);
        return compute();
    });

    private static long Bits(BigInteger value) => value.ToByteArray().Sum(part => (long)BitOperations.PopCount(part));
}
