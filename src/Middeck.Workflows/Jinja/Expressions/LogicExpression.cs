using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a and b</c>, <c>a or b</c>: the value that decided.</summary>
internal sealed class LogicExpression(Expression left, Expression right, bool isAnd, int line) : Expression(line)
{
    public override IEnumerable<Node> Children => [left, right];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        var value = left.Evaluate(frame);
        return Truth.Of(value) == isAnd ? right.Evaluate(frame) : value;
    }
}
