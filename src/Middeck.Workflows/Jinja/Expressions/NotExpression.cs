using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>not a</c></summary>
internal sealed class NotExpression(Expression value, int line) : Expression(line)
{
    public override string Kind => "not";

    public override IEnumerable<Node> Children => [value];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        return !Truth.Of(value.Evaluate(frame));
    }
}
