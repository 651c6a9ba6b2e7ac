using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>A text, a number, <c>true</c>, <c>false</c> or <c>none</c>.</summary>
internal sealed class Constant(object? value, int line) : Expression(line)
{
    public object? Value => value;

    public override IEnumerable<Node> Children => [];

    public override string Kind => "const";

    public override object? Evaluate(Frame frame) => value;
}
