namespace Middeck.Workflows.Jinja.Values;

/// <summary>Python's tuple; a named one also has attributes.</summary>
internal sealed class PyTuple(object?[] items, string[]? names = null)
{
    public static PyTuple Empty { get; } = new([]);

    public object?[] Items { get; } = items;

    public string[]? Names { get; } = names;
}
