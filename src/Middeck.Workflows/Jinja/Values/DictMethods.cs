using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The methods of a dict.</summary>
internal static class DictMethods
{
    private static readonly Signature _get = new("get", 1, "key", "default");
    private static readonly Signature _pop = new("pop", 1, "key", "default");
    private static readonly Signature _none = new("method", 0);

    private static readonly FrozenDictionary<string, Method> _all = new Dictionary<string, Method>
    {
        ["get"] = (_, self, arguments) => Get((PyDict)self, arguments),
        ["keys"] = (_, self, arguments) => View(self, arguments, DictViewKind.Keys),
        ["values"] = (_, self, arguments) => View(self, arguments, DictViewKind.Values),
        ["items"] = (_, self, arguments) => View(self, arguments, DictViewKind.Items),
        ["copy"] = (rendering, self, arguments) => Copy(rendering, (PyDict)self, arguments),
        ["pop"] = (_, self, arguments) => Pop((PyDict)self, arguments),
        ["popitem"] = (_, self, arguments) => PopItem((PyDict)self, arguments),
        ["setdefault"] = (rendering, self, arguments) => SetDefault(rendering, (PyDict)self, arguments),
        ["update"] = (rendering, self, arguments) =>
        {
            Update(rendering, (PyDict)self, arguments);
            return null;
        },
        ["clear"] = (_, self, arguments) =>
        {
            _none.Bind(arguments);
            ((PyDict)self).Clear();
            return null;
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Method? Find(string name) => _all.GetValueOrDefault(name);

    /// <summary><c>dict(other, name=value)</c></summary>
    public static PyDict Create(Rendering rendering, Arguments arguments)
    {
        var dict = new PyDict();
        Update(rendering, dict, arguments);
        return dict;
    }

    /// <summary>Sets an item and counts it.</summary>
    public static void Set(PyDict dict, object? key, object? value, Budget budget)
    {
        budget.Items(2);
        if (dict.Count >= budget.Limits.MaxItems)
        {
            budget.Items(dict.Count + 1L);
        }

        if (Str.Of(value) is { } text)
        {
            budget.Text(text.Length);
        }

        dict[key] = value;
    }

    private static void Update(Rendering rendering, PyDict dict, Arguments arguments)
    {
        if (arguments.Positional.Length > 1)
        {
            throw Failures.Type(FormattableString.Invariant($"dict expected at most 1 argument, got {arguments.Positional.Length}"));
        }

        if (arguments.Positional.Length == 1)
        {
            Merge(rendering, dict, arguments.Positional[0]);
        }

        foreach (var (key, value) in arguments.Named ?? [])
        {
            Set(dict, key, value, rendering.Budget);
        }
    }

    private static void Merge(Rendering rendering, PyDict dict, object? from)
    {
        if (from is PyDict other)
        {
            foreach (var (key, value) in other.Pairs.ToList())
            {
                Set(dict, key, value, rendering.Budget);
            }

            return;
        }

        var at = 0;
        foreach (var item in Iteration.Of(from, rendering.Budget))
        {
            if (!Iteration.IsIterable(item))
            {
                throw Failures.Type(FormattableString.Invariant($"cannot convert dictionary update sequence element #{at} to a sequence"));
            }

            var pair = Iteration.ToList(item, rendering.Budget);
            if (pair.Count != 2)
            {
                throw Failures.Value(FormattableString.Invariant(
                    $"dictionary update sequence element #{at} has length {pair.Count}; 2 is required"));
            }

            Set(dict, pair[0], pair[1], rendering.Budget);
            at++;
        }
    }

    private static object? Get(PyDict dict, Arguments arguments)
    {
        var values = _get.Bind(arguments);
        return dict.TryGet(values[0], out var value) ? value : values.Or(1);
    }

    private static DictView View(object self, Arguments arguments, DictViewKind kind)
    {
        _none.Bind(arguments);
        return new DictView((PyDict)self, kind);
    }

    private static PyDict Copy(Rendering rendering, PyDict dict, Arguments arguments)
    {
        _none.Bind(arguments);
        rendering.Budget.Items(dict.Count);
        return dict.Copy();
    }

    private static object? Pop(PyDict dict, Arguments arguments)
    {
        var values = _pop.Bind(arguments);
        if (dict.TryGet(values[0], out var value))
        {
            dict.Remove(values[0]);
            return value;
        }

        return values.Given(1) ? values[1] : throw Failures.Key(Repr.Of(values[0]));
    }

    private static PyTuple PopItem(PyDict dict, Arguments arguments)
    {
        _none.Bind(arguments);
        if (dict.Count == 0)
        {
            throw Failures.Key("'popitem(): dictionary is empty'");
        }

        var (key, value) = dict.At(dict.Count - 1);
        dict.Remove(key);
        return new PyTuple([key, value]);
    }

    private static object? SetDefault(Rendering rendering, PyDict dict, Arguments arguments)
    {
        var values = _get.Bind(arguments);
        if (dict.TryGet(values[0], out var value))
        {
            return value;
        }

        Set(dict, values[0], values.Or(1), rendering.Budget);
        return values.Or(1);
    }
}
