using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>start:stop:step</c> in brackets; a value only within the slice that it belongs to.</summary>
internal sealed class SliceBounds(Expression? start, Expression? stop, Expression? step, int line) : Expression(line)
{
    public override IEnumerable<Node> Children => ((Expression?[])[start, stop, step]).OfType<Node>();

    public (object? Start, object? Stop, object? Step) Bounds(Frame frame)
        => (start?.Evaluate(frame), stop?.Evaluate(frame), step?.Evaluate(frame));

    public override object? Evaluate(Frame frame) => throw Failures.Type("indices must be integers or slices, not tuple");
}
