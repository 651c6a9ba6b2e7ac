using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Tests;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a is b(c)</c></summary>
internal sealed class TestExpression(Expression value, string name, CallArguments arguments, int line) : Expression(line)
{
    private Test? _test;

    public override string Kind => "test";

    public override IEnumerable<Node> Children => [value, .. arguments.Nodes];

    public override void Bind(Scope scope)
    {
        _test = AllTests.Find(name);
        if (_test is null && !scope.Soft)
        {
            throw Failures.Assertion($"No test named '{name}'.", Line);
        }

        base.Bind(scope);
    }

    public override object? Evaluate(Frame frame)
    {
        Budget.Room();
        var tested = value.Evaluate(frame);
        var given = arguments.Evaluate(frame);
        frame.Rendering.Line = Line;
        return _test is null
            ? throw Failures.Runtime($"No test named '{name}' found.")
            : _test(frame.Rendering, tested, given);
    }
}
