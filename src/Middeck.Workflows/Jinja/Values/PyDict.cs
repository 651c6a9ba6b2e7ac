namespace Middeck.Workflows.Jinja.Values;

/// <summary>Python's dict: keeps the order of its keys, of which <c>1</c>, <c>1.0</c> and <c>True</c> are the same.</summary>
internal sealed class PyDict
{
    // Null cannot be a key of a .NET dictionary.
    private static readonly object _none = new();
    private readonly OrderedDictionary<object, object?> _items = new(KeyEquality.Instance);

    public int Count => _items.Count;

    /// <summary>Counts up with every key that comes or goes, so that a loop over it notices.</summary>
    public int Version { get; private set; }

    public IEnumerable<object?> Keys => Pairs.Select(pair => pair.Key);

    public IEnumerable<object?> Values => Pairs.Select(pair => pair.Value);

    // By index: a value may change while a loop goes over them.
    public IEnumerable<KeyValuePair<object?, object?>> Pairs
    {
        get
        {
            for (var i = 0; i < _items.Count; i++)
            {
                yield return At(i);
            }
        }
    }

    public object? this[object? key]
    {
        set
        {
            Version += _items.ContainsKey(Held(key)) ? 0 : 1;
            _items[Held(key)] = value;
        }
    }

    public bool TryGet(object? key, out object? value) => _items.TryGetValue(Held(key), out value);

    public bool TryGet(string key, out object? value) => _items.TryGetValue(key, out value);

    public bool Contains(object? key) => _items.ContainsKey(Held(key));

    public KeyValuePair<object?, object?> At(int index)
    {
        var pair = _items.GetAt(index);
        return new(Shown(pair.Key), pair.Value);
    }

    public bool Remove(object? key)
    {
        Version++;
        return _items.Remove(Held(key));
    }

    public void Clear()
    {
        Version++;
        _items.Clear();
    }

    public PyDict Copy()
    {
        var copy = new PyDict();
        foreach (var (key, value) in _items)
        {
            copy._items[key] = value;
        }

        return copy;
    }

    private static object Held(object? key)
    {
        KeyEquality.Check(key);
        return key ?? _none;
    }

    private static object? Shown(object key) => key == _none ? null : key;
}
