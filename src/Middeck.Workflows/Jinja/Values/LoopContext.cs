using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The variable <c>loop</c>.</summary>
/// <param name="source">What is looped over; null when a test picks from it.</param>
/// <param name="items">Its items.</param>
/// <param name="recurse">Renders the loop again for other items, one level deeper; null when it is not recursive.</param>
/// <param name="depth">How many levels deep it is; from 0.</param>
/// <param name="budget">What the rendering may still use.</param>
internal sealed class LoopContext(
    object? source, IEnumerable<object?> items, Func<object?, int, object?>? recurse, int depth, Budget budget)
    : ICallable, IHasAttributes
{
    private readonly bool _isPicked = source is null;
    private IEnumerator<object?> _items = items.GetEnumerator();
    private long _index = -1;
    private long? _length;
    private object? _before = Missing.Value;
    private object? _current = Missing.Value;
    private object? _after = Missing.Value;
    private object?[]? _changed;

    public string TypeName => "jinja2.runtime.LoopContext";

    public long Length => _length ??= CountItems();

    /// <summary>The items, while the context keeps count.</summary>
    public IEnumerable<object?> Walk()
    {
        while (Take())
        {
            yield return _current;
        }
    }

    /// <summary>What is left, each with the context, as a loop over the context gives it.</summary>
    public PyIterator Rest() => PyIterator.Generator(Walk().Select(item => new PyTuple([item, this])));

    public object? Attribute(string name) => name switch
    {
        "index" => _index + 1,
        "index0" => _index,
        "first" => _index == 0,
        "last" => Peek() == (object)Missing.Value,
        "length" => Length,
        "revindex" => Length - _index,
        "revindex0" => Length - _index - 1,
        "depth" => depth + 1L,
        "depth0" => (long)depth,
        "previtem" => _index == 0 ? Undefined.Because("there is no previous item") : _before,
        "nextitem" => Peek() is var next && next == (object)Missing.Value ? Undefined.Because("there is no next item") : next,
        "cycle" => new Function(name, (_, arguments) => Cycle(arguments)),
        "changed" => new Function(name, (_, arguments) => Changed(arguments)),
        _ => Missing.Value,
    };

    public object? Call(Rendering rendering, Arguments arguments)
    {
        if (arguments.Positional.Length != 1 || arguments.Named is not null)
        {
            throw Failures.Type("the loop takes one argument: what to loop over next");
        }

        return recurse is null
            ? throw Failures.Type("The loop must have the 'recursive' marker to be called recursively.")
            : recurse(arguments.Positional[0], depth + 1);
    }

    public override string ToString() => FormattableString.Invariant($"<LoopContext {_index + 1}/{Length}>");

    private bool Take()
    {
        object? next;
        if (_after != (object)Missing.Value)
        {
            (next, _after) = (_after, Missing.Value);
        }
        else if (_items.MoveNext())
        {
            next = _items.Current;
        }
        else
        {
            return false;
        }

        _index++;
        (_before, _current) = (_current, next);
        return true;
    }

    private object? Peek()
    {
        if (_after == (object)Missing.Value && _items.MoveNext())
        {
            _after = _items.Current;
        }

        return _after;
    }

    private long CountItems()
    {
        if (!_isPicked && Iteration.Length(source) is { } known)
        {
            return known;
        }

        // What has no length is read to its end, and walked from the copy.
        var rest = new List<object?>();
        while (_items.MoveNext())
        {
            Iteration.Add(rest, _items.Current, budget);
        }

        _items = rest.GetEnumerator();
        return rest.Count + _index + 1 + (_after == (object)Missing.Value ? 0 : 1);
    }

    private object? Cycle(Arguments arguments)
    {
        var values = arguments.Positional;
        return values.Length == 0 ? throw Failures.Type("no items for cycling given") : values[_index % values.Length];
    }

    private object Changed(Arguments arguments)
    {
        var values = arguments.Positional;
        if (_changed is not null && _changed.Length == values.Length
            && values.Zip(_changed).All(pair => Comparing.Same(pair.First, pair.Second, budget)))
        {
            return false;
        }

        _changed = values;
        return true;
    }
}
