using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The functions that every template knows.</summary>
internal static class Globals
{
    private static readonly Signature _joiner = new("joiner", 0, "sep");

    private static readonly FrozenDictionary<string, object> _all = new Dictionary<string, object>
    {
        ["range"] = new Function("range", Range),
        ["dict"] = new Function("dict", (rendering, arguments) => DictMethods.Create(rendering, arguments)),
        ["namespace"] = new Function("namespace", (rendering, arguments) => new Namespace(DictMethods.Create(rendering, arguments))),
        ["cycler"] = new Function("cycler", (_, arguments) => Cycle(arguments)),
        ["joiner"] = new Function("joiner", (_, arguments) => new Joiner(_joiner.Bind(arguments).Or(0, ", "))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static object Find(string name) => _all.GetValueOrDefault(name) ?? Missing.Value;

    private static PyRange Range(Rendering rendering, Arguments arguments)
    {
        var given = arguments.Positional;
        if (arguments.Named is not null || given.Length is 0 or > 3)
        {
            throw Failures.Type(FormattableString.Invariant($"range expected 1 to 3 arguments, got {given.Length}"));
        }

        var (start, stop) = given.Length == 1 ? (0, Numbers.Long(given[0])) : (Numbers.Long(given[0]), Numbers.Long(given[1]));
        var step = given.Length == 3 ? Numbers.Long(given[2]) : 1;
        if (step == 0)
        {
            throw Failures.Value("range() arg 3 must not be zero");
        }

        var range = new PyRange(start, stop, step);
        var most = rendering.Budget.Limits.MaxRange;
        return range.Count <= most ? range : throw Failures.Overflow(FormattableString.Invariant(
            $"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({most})."));
    }

    private static Cycler Cycle(Arguments arguments) => arguments.Named is not null
        ? throw Failures.Type("cycler() got an unexpected keyword argument")
        : arguments.Positional.Length == 0 ? throw new JinjaException("RuntimeError", "at least one item has to be provided")
        : new Cycler(arguments.Positional);
}
