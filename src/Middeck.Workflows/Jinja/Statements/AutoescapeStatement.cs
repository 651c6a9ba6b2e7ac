using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% autoescape true %} … {% endautoescape %}</c></summary>
internal sealed class AutoescapeStatement(Expression on, Statement[] body, int line) : Statement(line)
{
    private ScopeEntry? _entry;

    public override IEnumerable<Node> Children => [on, .. body];

    // A scope of its own, also for the names in the condition.
    public override void Find(SymbolFinder finder)
    {
    }

    public override void Bind(Scope scope)
    {
        Budget.Room();
        var inside = scope.Inner();
        inside.Find(Children);
        _entry = inside.Entry();
        on.Bind(inside);
        var escaping = on is not Constant constant ? Escaping.AtRuntime : Truth.Of(constant.Value) ? Escaping.On : Escaping.Off;
        (inside with { Escaping = escaping }).Bind(body);
    }

    public override void Run(Frame frame)
    {
        Budget.Room();
        var rendering = frame.Rendering;
        rendering.Line = Line;
        var before = rendering.Autoescape;
        _entry!.Enter(frame);
        rendering.Autoescape = Truth.Of(on.Evaluate(frame));
        RunAll(body, frame);
        rendering.Autoescape = before;
        _entry.Leave(frame);
    }
}
