using System.Globalization;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a if b else c</c>; without an <c>else</c> it is undefined otherwise.</summary>
internal sealed class ConditionExpression(Expression test, Expression value, Expression? otherwise, int line) : Expression(line)
{
    public override IEnumerable<Node> Children => otherwise is null ? [test, value] : [test, value, otherwise];

    public override void Bind(Scope scope) => base.Bind(scope with { Soft = true });

    public override object? Evaluate(Frame frame) => Truth.Of(test.Evaluate(frame)) ? value.Evaluate(frame)
        : otherwise is not null ? otherwise.Evaluate(frame)
        : Undefined.Because(string.Create(
            CultureInfo.InvariantCulture,
            $"the inline if-expression on line {Line} evaluated to false and no else section was defined."));
}
