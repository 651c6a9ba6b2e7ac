using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary><c>value[start:stop:step]</c></summary>
internal static class Slicing
{
    public static object? Of(object? value, object? start, object? stop, object? step, Budget budget)
    {
        if (value is Undefined undefined)
        {
            throw undefined.Fail();
        }

        if (value is PyDict)
        {
            throw Failures.Type("unhashable type: 'slice'");
        }

        if (value is not (string or Markup or PyList or PyTuple or PyRange))
        {
            throw Failures.Type($"'{TypeNames.Of(value)}' object is not subscriptable");
        }

        var by = step is null ? 1 : Bound(step);
        if (by == 0)
        {
            throw Failures.Value("slice step cannot be zero");
        }

        var count = Iteration.Length(value)!.Value;
        var from = Clamp(start, by > 0 ? 0 : count - 1, count, by);
        var to = Clamp(stop, by > 0 ? count : -1, count, by);
        var picked = new PyRange(from, to, by);
        if (value is PyRange range)
        {
            return new PyRange(range.Start + (from * range.Step), range.Start + (to * range.Step), by * range.Step);
        }

        budget.Items(picked.Count);
        return value switch
        {
            string text => Str.Pick(text, picked),
            Markup markup => new Markup(Str.Pick(markup.Text, picked)),
            PyList list => new PyList(Pick(list.Items, picked)),
            _ => new PyTuple([.. Pick(((PyTuple)value).Items, picked)]),
        };
    }

    private static List<object?> Pick(IReadOnlyList<object?> items, PyRange picked)
    {
        var found = new List<object?>((int)picked.Count);
        for (var i = 0L; i < picked.Count; i++)
        {
            found.Add(items[(int)picked[i]]);
        }

        return found;
    }

    private static long Clamp(object? bound, long otherwise, long count, long step)
    {
        if (bound is null)
        {
            return otherwise;
        }

        var at = Bound(bound);
        at += at < 0 ? count : 0;
        return step > 0 ? Math.Clamp(at, 0, count) : Math.Clamp(at, -1, count - 1);
    }

    private static long Bound(object bound) => Numbers.IsWhole(bound)
        ? Math.Clamp(Numbers.Long(bound), -long.MaxValue / 4, long.MaxValue / 4)
        : throw Failures.Type("slice indices must be integers or None or have an __index__ method");
}
