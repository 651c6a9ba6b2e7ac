using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>-a</c>, <c>+a</c></summary>
internal sealed class SignExpression(Expression value, bool negative, int line) : Expression(line)
{
    public override string Kind => negative ? "neg" : "pos";

    public override IEnumerable<Node> Children => [value];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        return Operators.Negate(value.Evaluate(frame), negative);
    }
}
