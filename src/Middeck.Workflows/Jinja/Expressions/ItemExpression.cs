using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a[b]</c></summary>
internal sealed class ItemExpression(Expression value, Expression key, int line) : Expression(line)
{
    public override string Kind => "getitem";

    public override IEnumerable<Node> Children => [value, key];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        return Members.Item(value.Evaluate(frame), key.Evaluate(frame));
    }
}
