using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% with a = 1, b = 2 %} … {% endwith %}</c></summary>
internal sealed class WithStatement((Expression Target, Expression Value)[] variables, Statement[] body, int line) : Statement(line)
{
    private ScopeEntry? _entry;

    public override IEnumerable<Node> Children
        => [.. variables.Select(variable => variable.Target), .. variables.Select(variable => variable.Value), .. body];

    public override void Find(SymbolFinder finder) => finder.Visit(variables.Select(variable => variable.Value));

    public override void Bind(Scope scope)
    {
        Budget.Room();
        var inside = scope.Inner();
        inside.Find(variables.Select(variable => variable.Target));
        inside.Find(body);
        _entry = inside.Entry();
        foreach (var (target, value) in variables)
        {
            target.Bind(inside);
            value.Bind(scope);
        }

        inside.Bind(body);
    }

    public override void Run(Frame frame)
    {
        Budget.Room();
        frame.Rendering.Line = Line;
        _entry!.Enter(frame);
        foreach (var (target, value) in variables)
        {
            ((IAssignable)target).Assign(frame, value.Evaluate(frame));
        }

        RunAll(body, frame);
        _entry.Leave(frame);
    }
}
