using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The methods that lists, tuples and ranges share.</summary>
internal static class SequenceMethods
{
    private static readonly Signature _count = new("count", 1, "value");
    private static readonly Signature _index = new("index", 1, "value", "start", "stop");

    private static readonly FrozenDictionary<string, Method> _all = new Dictionary<string, Method>
    {
        ["count"] = Count,
        ["index"] = Index,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Method? Find(string name) => _all.GetValueOrDefault(name);

    private static object Count(Rendering rendering, object self, Arguments arguments)
    {
        var wanted = _count.Bind(arguments)[0];
        return (long)Iteration.Of(self, rendering.Budget).Count(item => Comparing.Same(item, wanted, rendering.Budget));
    }

    private static object Index(Rendering rendering, object self, Arguments arguments)
    {
        var values = _index.Bind(arguments);
        var length = (int)Iteration.Length(self)!.Value;
        var start = values.Whole(1, 0);
        start = Math.Max(start < 0 ? start + length : start, 0);
        var stop = values.Whole(2, length);
        stop += stop < 0 ? length : 0;
        var at = 0L;
        foreach (var item in Iteration.Of(self, rendering.Budget))
        {
            if (at >= start && at < stop && Comparing.Same(item, values[0], rendering.Budget))
            {
                return at;
            }

            at++;
        }

        throw Failures.Value($"{Repr.Of(values[0], rendering.Budget)} is not in {TypeNames.Of(self)}");
    }
}
