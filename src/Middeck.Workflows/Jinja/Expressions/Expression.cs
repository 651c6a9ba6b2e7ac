using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>What has a value.</summary>
internal abstract class Expression(int line) : Node(line)
{
    public abstract object? Evaluate(Frame frame);

    /// <summary>The type's name in messages.</summary>
    public virtual string Kind => "expression";
}
