using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>A part of a template. After it is bound it never changes, so that many may render it at once.</summary>
internal abstract class Node(int line)
{
    public int Line { get; } = line;

    public abstract IEnumerable<Node> Children { get; }

    /// <summary>Notes the names that it uses in the scope around it.</summary>
    public virtual void Find(SymbolFinder finder)
    {
        Budget.Room();
        finder.Visit(Children);
    }

    /// <summary>Decides which variables its names mean. Throws for a filter or test that does not exist.</summary>
    public virtual void Bind(Scope scope)
    {
        Budget.Room();
        scope.Bind(Children);
    }

    /// <summary>Itself and everything in it.</summary>
    public IEnumerable<Node> All()
    {
        var waiting = new Stack<Node>([this]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
            {
                waiting.Push(child);
            }
        }
    }
}
