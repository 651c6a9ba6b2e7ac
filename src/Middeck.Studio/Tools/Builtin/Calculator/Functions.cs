using System.Collections.Frozen;
using System.Numerics;

namespace Middeck.Studio.Tools.Builtin.Calculator;

/// <summary>The functions and constants of the calculator. Angles are in radians.</summary>
internal static class Functions
{
    private const int LargestFactorial = 1_000;

    private static readonly FrozenDictionary<string, Func<IReadOnlyList<Number>, Number>> ByName =
        new Dictionary<string, Func<IReadOnlyList<Number>, Number>>
        {
            ["sqrt"] = One(Root),
            ["abs"] = One(a => Number.Compare(a, Number.Of(0)) < 0 ? -a : a),
            ["floor"] = One(Number.Floor),
            ["ceil"] = One(a => -Number.Floor(-a)),
            ["round"] = Round,
            ["sin"] = One(a => Number.About(Math.Sin(a.Value))),
            ["cos"] = One(a => Number.About(Math.Cos(a.Value))),
            ["tan"] = One(a => Number.About(Math.Tan(a.Value))),
            ["asin"] = One(a => Number.About(Math.Asin(a.Value))),
            ["acos"] = One(a => Number.About(Math.Acos(a.Value))),
            ["atan"] = One(a => Number.About(Math.Atan(a.Value))),
            ["exp"] = One(a => Number.About(Math.Exp(a.Value))),
            ["ln"] = One(a => Number.About(Math.Log(a.Value))),
            ["log"] = Logarithm,
            ["log10"] = One(a => Number.About(Math.Log10(a.Value))),
            ["log2"] = One(a => Number.About(Math.Log2(a.Value))),
            ["pow"] = Two(Number.Power),
            ["mod"] = Two((a, b) => a % b),
            ["min"] = Many((a, b) => Number.Compare(a, b) <= 0 ? a : b),
            ["max"] = Many((a, b) => Number.Compare(a, b) >= 0 ? a : b),
            ["sum"] = Many((a, b) => a + b),
            ["avg"] = all => Many((a, b) => a + b)(all) / Number.Of(all.Count),
            ["factorial"] = One(Factorial),
        }.ToFrozenDictionary();

    public static string Names => string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal));

    public static Number? Constant(string name) => name switch
    {
        "pi" or "π" => Number.About(Math.PI),
        "e" => Number.About(Math.E),
        _ => null,
    };

    /// <exception cref="Core.Errors.FaultException">There is no such function, or it takes other arguments.</exception>
    public static Number Call(string name, IReadOnlyList<Number> arguments)
        => ByName.TryGetValue(name, out var function)
            ? function(arguments)
            : throw ToolFaults.Argument($"There is no function '{name}'. There are: {Names}.");

    public static Number Factorial(Number of)
    {
        if (of.Whole is not { } number || number < 0 || number > LargestFactorial)
        {
            throw ToolFaults.Argument($"A factorial is that of a whole number from 0 to {LargestFactorial}.");
        }

        var product = BigInteger.One;
        for (var factor = 2; factor <= number; factor++)
        {
            product *= factor;
        }

        return Number.Of(product);
    }

    // Exact for squares.
    private static Number Root(Number of)
    {
        var root = Math.Sqrt(of.Value);
        return of.IsExact && root < 1e15 && Number.Of(new BigInteger(Math.Round(root))) is var whole
            && Number.Compare(whole * whole, of) == 0
                ? whole
                : Number.About(root);
    }

    // Halves away from zero, as people round.
    private static Number Round(IReadOnlyList<Number> arguments)
    {
        if (arguments.Count is not (1 or 2) || (arguments.Count == 2 && arguments[1].Whole is null))
        {
            throw ToolFaults.Argument("round takes a number, and a whole number of places.");
        }

        var digits = arguments.Count == 2 ? arguments[1] : Number.Of(0);
        var scale = Number.Power(Number.Of(10), digits);
        var half = Number.Of(1, 2);
        var scaled = arguments[0] * scale;
        var rounded = Number.Compare(scaled, Number.Of(0)) < 0 ? -Number.Floor(-scaled + half) : Number.Floor(scaled + half);
        return rounded / scale;
    }

    private static Number Logarithm(IReadOnlyList<Number> arguments) => arguments.Count switch
    {
        1 => Number.About(Math.Log10(arguments[0].Value)),
        2 => Number.About(Math.Log(arguments[0].Value, arguments[1].Value)),
        _ => throw ToolFaults.Argument("log takes a number, and a base; without one it is 10."),
    };

    private static Func<IReadOnlyList<Number>, Number> One(Func<Number, Number> function)
        => arguments => arguments.Count == 1
            ? function(arguments[0])
            : throw ToolFaults.Argument("A function with one argument was given another number of them.");

    private static Func<IReadOnlyList<Number>, Number> Two(Func<Number, Number, Number> function)
        => arguments => arguments.Count == 2
            ? function(arguments[0], arguments[1])
            : throw ToolFaults.Argument("A function with two arguments was given another number of them.");

    private static Func<IReadOnlyList<Number>, Number> Many(Func<Number, Number, Number> function)
        => arguments => arguments.Count > 0
            ? arguments.Aggregate(function)
            : throw ToolFaults.Argument("A function was given no arguments.");
}
