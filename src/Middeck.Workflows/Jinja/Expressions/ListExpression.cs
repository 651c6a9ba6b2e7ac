using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>[a, b]</c></summary>
internal sealed class ListExpression(Expression[] items, int line) : Expression(line)
{
    public override string Kind => "list";

    public override IEnumerable<Node> Children => items;

    public override object? Evaluate(Frame frame) => new PyList([.. Evaluated.All(items, frame)]);
}
