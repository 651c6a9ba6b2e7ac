namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>Goes through the nodes of a scope, without those of scopes inside, and notes their names.</summary>
internal sealed class SymbolFinder(Symbols symbols)
{
    /// <summary>Changes while the branches of a condition are looked at.</summary>
    public Symbols Symbols { get; set; } = symbols;

    public void Visit(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            node.Find(this);
        }
    }
}
