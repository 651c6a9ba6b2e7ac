namespace Middeck.Workflows.Jinja.Values;

/// <summary>Python's list.</summary>
internal sealed class PyList(List<object?> items)
{
    public List<object?> Items { get; } = items;
}
