using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a &lt; b &lt;= c</c>, <c>a in b</c></summary>
internal sealed class CompareExpression(Expression first, (string Sign, Expression Right)[] operands, int line) : Expression(line)
{
    public override string Kind => "compare";

    public override IEnumerable<Node> Children => [first, .. operands.Select(operand => operand.Right)];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        var left = first.Evaluate(frame);
        foreach (var (sign, expression) in operands)
        {
            var right = expression.Evaluate(frame);
            if (!Holds(left, sign, right, frame.Rendering.Budget))
            {
                return false;
            }

            left = right;
        }

        return true;
    }

    public static bool Holds(object? left, string sign, object? right, Budget budget) => sign switch
    {
        "==" => Comparing.Same(left, right, budget),
        "!=" => !Comparing.Same(left, right, budget),
        "<" => Comparing.Order(left, right, sign, budget) < 0,
        "<=" => Comparing.Order(left, right, sign, budget) <= 0,
        ">" => Comparing.Order(left, right, sign, budget) > 0,
        ">=" => Comparing.Order(left, right, sign, budget) >= 0,
        "in" => Comparing.Contains(right, left, budget),
        _ => !Comparing.Contains(right, left, budget),
    };
}
