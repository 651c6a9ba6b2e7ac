namespace Middeck.Workflows.Jinja.Values;

/// <summary>What gives its items once: a generator and its like.</summary>
internal sealed class PyIterator(string type, IEnumerator<object?> items)
{
    /// <summary>The name of the type in Python.</summary>
    public string Type { get; } = type;

    public static PyIterator Generator(IEnumerable<object?> items) => new("generator", items.GetEnumerator());

    public bool Next(out object? value)
    {
        if (items.MoveNext())
        {
            value = items.Current;
            return true;
        }

        value = null;
        return false;
    }
}
