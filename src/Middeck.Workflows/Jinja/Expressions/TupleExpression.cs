using System.Globalization;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a, b</c></summary>
internal sealed class TupleExpression(Expression[] items, int line) : Expression(line), IAssignable
{
    public Expression[] Items => items;

    public override string Kind => "tuple";

    public override IEnumerable<Node> Children => items;

    public override object? Evaluate(Frame frame) => new PyTuple(Evaluated.All(items, frame));

    public void Assign(Frame frame, object? value)
    {
        var given = Unpack(value, frame.Rendering.Budget);
        for (var i = 0; i < items.Length; i++)
        {
            ((IAssignable)items[i]).Assign(frame, given[i]);
        }
    }

    private IReadOnlyList<object?> Unpack(object? value, Budget budget)
    {
        if (!Iteration.IsIterable(value))
        {
            throw Failures.Type($"cannot unpack non-iterable {TypeNames.Of(value)} object");
        }

        // One more than wanted is enough to know that there are too many.
        IReadOnlyList<object?> given = value switch
        {
            PyTuple tuple => tuple.Items,
            _ => Iteration.Of(value, budget).Take(items.Length + 1).ToList(),
        };
        return given.Count == items.Length ? given : throw Failures.Value(given.Count > items.Length
            ? string.Create(CultureInfo.InvariantCulture, $"too many values to unpack (expected {items.Length})")
            : string.Create(CultureInfo.InvariantCulture, $"not enough values to unpack (expected {items.Length}, got {given.Count})"));
    }
}
