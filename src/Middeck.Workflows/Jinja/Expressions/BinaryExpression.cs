using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a + b</c> and the other arithmetic.</summary>
internal sealed class BinaryExpression : Expression
{
    private readonly Expression _left;
    private readonly Expression _right;
    private readonly Func<object?, object?, Rendering, object?> _compute;

    public BinaryExpression(Expression left, string sign, Expression right, int line)
        : base(line)
    {
        (_left, _right) = (left, right);
        _compute = sign switch
        {
            "+" => (one, other, rendering) => Operators.Add(one, other, rendering.Budget),
            "-" => (one, other, _) => Operators.Numeric("-", one, other, Arithmetic.Subtract),
            "*" => (one, other, rendering) => Operators.Multiply(one, other, rendering.Budget),
            "/" => (one, other, _) => Operators.Numeric("/", one, other, Arithmetic.Divide),
            "//" => (one, other, _) => Operators.Numeric("//", one, other, Arithmetic.FloorDivide),
            "%" => Operators.Modulo,
            _ => (one, other, _) => Operators.Numeric("**", one, other, Arithmetic.Power),
        };
    }

    public override IEnumerable<Node> Children => [_left, _right];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        return _compute(_left.Evaluate(frame), _right.Evaluate(frame), frame.Rendering);
    }
}
