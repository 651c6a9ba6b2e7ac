using System.Numerics;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>The filters that give a number or work on one.</summary>
internal static class NumberFilters
{
    private static readonly Signature _none = new("filter", 0);
    private static readonly Signature _int = new("do_int", 0, "default", "base");
    private static readonly Signature _float = new("do_float", 0, "default");
    private static readonly Signature _round = new("do_round", 0, "precision", "method");
    private static readonly Signature _size = new("do_filesizeformat", 0, "binary");

    public static IEnumerable<KeyValuePair<string, Filter>> All { get; } = new Dictionary<string, Filter>
    {
        ["abs"] = Abs,
        ["int"] = Int,
        ["float"] = Float,
        ["round"] = Round,
        ["filesizeformat"] = FileSize,
    };

    private static object? Abs(Rendering rendering, object? value, Arguments arguments)
    {
        _none.Bind(arguments);
        return Numbers.Plain(value) switch
        {
            double number => Math.Abs(number),
            long or BigInteger => Numbers.Of(BigInteger.Abs(Numbers.Big(value!))),
            _ => throw Failures.Type($"bad operand type for abs(): '{TypeNames.Of(value)}'"),
        };
    }

    private static object? Int(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _int.Bind(arguments);
        var numberBase = values.Whole(1, 10);
        try
        {
            return numberBase is 0 or (>= 2 and <= 36) || Str.Of(value) is null
                ? NumberParsing.ToWhole(value, numberBase)
                : throw Failures.Value("int() base must be >= 2 and <= 36, or 0");
        }
        catch (JinjaException wrong) when (wrong.Kind is "TypeError" or "ValueError")
        {
            // "42.23" is 42.
            return Otherwise(() => Numbers.Truncate(NumberParsing.ToFloat(value)), values.Or(0, 0L));
        }
    }

    private static object? Float(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _float.Bind(arguments);
        try
        {
            return NumberParsing.ToFloat(value);
        }
        catch (JinjaException wrong) when (wrong.Kind is "TypeError" or "ValueError")
        {
            return values.Or(0, 0.0);
        }
    }

    private static object? Otherwise(Func<object> compute, object? otherwise)
    {
        try
        {
            return compute();
        }
        catch (JinjaException wrong) when (wrong.Kind is "TypeError" or "ValueError" or "OverflowError")
        {
            return otherwise;
        }
    }

    private static object? Round(Rendering rendering, object? value, Arguments arguments)
    {
        var values = _round.Bind(arguments);
        var method = values.Given(1) ? Str.Of(values[1]) : "common";
        if (method is not ("common" or "ceil" or "floor"))
        {
            throw Failures.Argument("method must be common, ceil or floor");
        }

        if (method == "common")
        {
            return Common(value, values);
        }

        var power = Arithmetic.Power(10L, Numbers.Plain(values.Or(0, 0L)) is { } given && Numbers.Is(given)
            ? given
            : throw Failures.Type("the precision has to be a number"));
        var scaled = Operators.Multiply(value, power, rendering.Budget);
        var whole = scaled switch
        {
            double number => Numbers.Truncate(method == "ceil" ? Math.Ceiling(number) : Math.Floor(number)),
            _ when Numbers.Is(scaled) => scaled!,
            _ => throw Failures.Type($"must be real number, not {TypeNames.Of(scaled)}"),
        };
        return Arithmetic.Divide(whole, power);
    }

    private static object Common(object? value, object?[] values)
    {
        if (value is Undefined or null || !Numbers.Is(value))
        {
            throw Failures.Type($"type {TypeNames.Of(value)} doesn't define __round__ method");
        }

        // round(x, None) is an integer.
        if (values.Or(0, 0L) is null)
        {
            return value is double whole ? Numbers.Truncate(Decimals.Round(whole, 0)) : Numbers.Plain(value)!;
        }

        var digits = values.Whole(0, 0);
        if (value is double number)
        {
            return Decimals.Round(number, digits);
        }

        var integer = Numbers.Big(value);
        if (digits >= 0)
        {
            return Numbers.Of(integer);
        }

        if (digits < -5000)
        {
            return 0L;
        }

        var unit = BigInteger.Pow(10, -digits);
        var rest = BigInteger.Remainder(BigInteger.Remainder(integer, unit) + unit, unit);
        var down = integer - rest;
        var half = (rest * 2).CompareTo(unit);
        return Numbers.Of(half > 0 || (half == 0 && !(down / unit).IsEven) ? down + unit : down);
    }

    private static object? FileSize(Rendering rendering, object? value, Arguments arguments)
    {
        var binary = _size.Bind(arguments).Flag(0);
        var bytes = NumberParsing.ToFloat(value);
        var step = binary ? 1024.0 : 1000.0;
        if (bytes == 1)
        {
            return "1 Byte";
        }

        if (bytes < step)
        {
            return Numbers.Text(Numbers.Truncate(bytes)) + " Bytes";
        }

        string[] prefixes = binary ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"] : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];
        for (var i = 0; ; i++)
        {
            var unit = Math.Pow(step, i + 2);
            if (bytes < unit || i == prefixes.Length - 1)
            {
                return $"{FloatText.Of(step * bytes / unit, 'f', 1, alternate: false)} {prefixes[i]}";
            }
        }
    }
}
