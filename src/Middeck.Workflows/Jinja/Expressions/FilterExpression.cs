using Middeck.Workflows.Jinja.Filters;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a|b(c)</c>; without a value it filters what a block wrote.</summary>
internal sealed class FilterExpression(Expression? value, string name, CallArguments arguments, int line) : Expression(line)
{
    private Filter? _filter;

    public override string Kind => "filter";

    public override IEnumerable<Node> Children => value is null ? arguments.Nodes : [value, .. arguments.Nodes];

    public override void Bind(Scope scope)
    {
        _filter = AllFilters.Find(name);
        if (_filter is null && !scope.Soft)
        {
            throw Failures.Assertion($"No filter named '{name}'.", Line);
        }

        base.Bind(scope);
    }

    public override object? Evaluate(Frame frame) => Apply(frame, null);

    /// <summary>The value, with what a block wrote at the start of the chain.</summary>
    public object? Apply(Frame frame, object? written)
    {
        Budget.Room();
        var input = value is FilterExpression inner ? inner.Apply(frame, written) : value is null ? written : value.Evaluate(frame);
        var given = arguments.Evaluate(frame);
        frame.Rendering.Line = Line;
        return _filter is null
            ? throw Failures.Runtime($"No filter named '{name}' found.")
            : _filter(frame.Rendering, input, given);
    }
}
