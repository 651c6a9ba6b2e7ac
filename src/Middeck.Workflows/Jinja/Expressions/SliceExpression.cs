using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a[1:2]</c></summary>
internal sealed class SliceExpression(Expression value, SliceBounds bounds, int line) : Expression(line)
{
    public override string Kind => "getitem";

    public override IEnumerable<Node> Children => [value, bounds];

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        var sliced = value.Evaluate(frame);
        var (start, stop, step) = bounds.Bounds(frame);
        return Slicing.Of(sliced, start, stop, step, frame.Rendering.Budget);
    }
}
