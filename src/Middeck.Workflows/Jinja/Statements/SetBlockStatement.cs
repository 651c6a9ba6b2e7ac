using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% set a | filter %} … {% endset %}</c></summary>
internal sealed class SetBlockStatement(Expression target, Expression? filters, Statement[] body, int line) : Statement(line)
{
    private readonly NamespaceTarget[] _namespaces = [.. target.All().OfType<NamespaceTarget>()];
    private ScopeEntry? _entry;
    private Escaping _escaping;

    public override IEnumerable<Node> Children => filters is null ? [target, .. body] : [target, filters, .. body];

    public override void Find(SymbolFinder finder) => target.Find(finder);

    public override void Bind(Scope scope)
    {
        Budget.Room();
        _escaping = scope.Escaping;
        target.Bind(scope);
        var inside = scope.Inner();
        inside.Find(body);
        if (filters is not null)
        {
            inside.Find([filters]);
        }

        _entry = inside.Entry();
        filters?.Bind(inside);
        inside.Bind(body);
    }

    public override void Run(Frame frame)
    {
        Budget.Room();
        var rendering = frame.Rendering;
        rendering.Line = Line;
        _entry!.Enter(frame);
        object? value = rendering.Capture(frame, body, RunAll);
        if (filters is FilterExpression chain)
        {
            value = chain.Apply(frame, Written.At(_escaping, rendering, (string)value!));
        }

        foreach (var used in _namespaces)
        {
            used.Check(frame);
        }

        ((IAssignable)target).Assign(
            frame, rendering.Autoescape && value is not Markup ? new Markup(Repr.Str(value, rendering.Budget)) : value);
        _entry.Leave(frame);
    }
}
