using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% set a = b %}</c></summary>
internal sealed class SetStatement(Expression target, Expression value, int line) : Statement(line)
{
    private readonly NamespaceTarget[] _namespaces = [.. target.All().OfType<NamespaceTarget>()];

    public override IEnumerable<Node> Children => [value, target];

    public override void Run(Frame frame)
    {
        frame.Rendering.Line = Line;
        foreach (var used in _namespaces)
        {
            used.Check(frame);
        }

        ((IAssignable)target).Assign(frame, value.Evaluate(frame));
    }
}
