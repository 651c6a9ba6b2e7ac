using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a.b</c></summary>
internal sealed class AttributeExpression(Expression value, string name, int line) : Expression(line)
{
    public Expression Value => value;

    public string Name => name;

    public override string Kind => "getattr";

    public override IEnumerable<Node> Children => [value];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        return Members.Attribute(value.Evaluate(frame), name);
    }
}
