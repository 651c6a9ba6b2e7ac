using System.Collections.ObjectModel;

namespace Middeck.Workflows.Values;

/// <summary>
/// The variables of a run by node. A pool inside a container sees its parent's variables and keeps its own writes. Nodes read it from
/// any thread; only the engine writes.
/// </summary>
public sealed class VariablePool
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, Segment>> _nodes = new(StringComparer.Ordinal);
    private readonly VariablePool? _parent;

    /// <summary>A pool of its own.</summary>
    public VariablePool()
    {
    }

    /// <summary>A layer over another pool.</summary>
    public VariablePool(VariablePool parent) => _parent = parent;

    /// <summary>
    /// The value that a selector names; null when there is none. Parts after the variable walk through objects and end at an
    /// attribute of a file.
    /// </summary>
    public Segment? Find(Selector selector)
    {
        if (!selector.IsComplete || Find(selector.Node, selector.Variable) is not { } value)
        {
            return null;
        }

        for (var i = 2; i < selector.Parts.Count; i++)
        {
            var key = selector.Parts[i];
            var inner = value.File is { } file ? file.Attribute(key) : value.Fields.GetValueOrDefault(key);
            if (inner is null)
            {
                return null;
            }

            value = inner;
        }

        return value;
    }

    /// <summary>The value of a node's variable; null when there is none.</summary>
    public Segment? Find(string node, string variable)
    {
        for (var pool = this; pool is not null; pool = pool._parent)
        {
            if (pool.Own(node)?.GetValueOrDefault(variable) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>All variables of a node (or prefix) that this layer sees.</summary>
    public IReadOnlyDictionary<string, Segment> All(string node)
    {
        var own = Own(node);
        if (_parent is null)
        {
            return own ?? ReadOnlyDictionary<string, Segment>.Empty;
        }

        var outer = _parent.All(node);
        if (own is null || outer.Count == 0)
        {
            return own ?? outer;
        }

        var all = Copy(outer);
        foreach (var (name, value) in own)
        {
            all[name] = value;
        }

        return all;
    }

    internal void Set(string node, IReadOnlyDictionary<string, Segment> variables)
    {
        lock (_lock)
        {
            _nodes[node] = variables;
        }
    }

    internal void Set(string node, string variable, Segment value)
    {
        lock (_lock)
        {
            // Replaced, never changed: a reader on another thread may hold the old one.
            var copy = _nodes.TryGetValue(node, out var present) ? Copy(present) : new(StringComparer.Ordinal);
            copy[variable] = value;
            _nodes[node] = copy;
        }
    }

    internal void Adopt(VariablePool other, Func<string, bool> which)
    {
        KeyValuePair<string, IReadOnlyDictionary<string, Segment>>[] taken;
        lock (other._lock)
        {
            taken = [.. other._nodes.Where(node => which(node.Key))];
        }

        foreach (var (node, variables) in taken)
        {
            Set(node, variables);
        }
    }

    private static OrderedDictionary<string, Segment> Copy(IReadOnlyDictionary<string, Segment> variables)
        => new(variables, StringComparer.Ordinal);

    private IReadOnlyDictionary<string, Segment>? Own(string node)
    {
        lock (_lock)
        {
            return _nodes.GetValueOrDefault(node);
        }
    }
}
