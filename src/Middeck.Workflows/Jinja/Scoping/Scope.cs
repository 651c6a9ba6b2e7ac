using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>Where a node stands when its names are bound.</summary>
/// <param name="Symbols">The names.</param>
/// <param name="Soft">Whether it may never run, so that an unknown filter is an error only when it does.</param>
/// <param name="Escaping">Whether it escapes what it prints.</param>
internal sealed record Scope(Symbols Symbols, bool Soft, Escaping Escaping)
{
    /// <summary>A scope inside of this one, run by the same function.</summary>
    public Scope Inner() => new(new Symbols(Symbols, Symbols.Function), Soft: false, Escaping);

    /// <summary>A scope inside of this one that is a function.</summary>
    public Scope Function() => new(new Symbols(Symbols, new FunctionScope(Symbols.Function)), Soft: false, Escaping);

    public void Find(IEnumerable<Node> nodes) => new SymbolFinder(Symbols).Visit(nodes);

    public void Bind(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            node.Bind(this);
        }
    }

    /// <summary>How the variable is reached from here.</summary>
    public VariableRef Reach(Slot slot)
    {
        var hops = 0;
        for (var function = Symbols.Function; function != slot.Function; function = function.Outer!)
        {
            hops++;
        }

        return new VariableRef(hops, slot.Index);
    }

    public VariableRef Reach(string name) => Reach(Symbols.Find(name)
        ?? throw Failures.Runtime($"the name '{name}' was not found before it was bound"));

    /// <summary>What has to be done when the scope is entered; to be asked when all its names have been found.</summary>
    public ScopeEntry Entry() => new(
        [.. Symbols.Loads.Where(pair => pair.Value.Kind != LoadKind.Parameter).Select(pair => new EntryLoad(
            pair.Key.Index, pair.Value.Kind, pair.Value.Name, pair.Value.Kind == LoadKind.Alias ? Reach(pair.Value.From) : default))],
        [.. Symbols.Loads.Select(pair => pair.Key.Index)]);
}
