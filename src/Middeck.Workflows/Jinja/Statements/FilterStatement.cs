using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% filter upper %} … {% endfilter %}</c></summary>
internal sealed class FilterStatement(Expression filters, Statement[] body, int line) : Statement(line)
{
    private ScopeEntry? _entry;
    private Escaping _escaping;

    public override IEnumerable<Node> Children => [.. body, filters];

    public override void Find(SymbolFinder finder) => filters.Find(finder);

    public override void Bind(Scope scope)
    {
        Budget.Room();
        _escaping = scope.Escaping;
        var inside = scope.Inner();
        inside.Find(Children);
        _entry = inside.Entry();
        inside.Bind(Children);
    }

    public override void Run(Frame frame)
    {
        Budget.Room();
        var rendering = frame.Rendering;
        _entry!.Enter(frame);
        var text = rendering.Capture(frame, body, RunAll);
        rendering.Line = Line;
        Written.Text(rendering, ((FilterExpression)filters).Apply(frame, Written.At(_escaping, rendering, text)));
        _entry.Leave(frame);
    }
}
