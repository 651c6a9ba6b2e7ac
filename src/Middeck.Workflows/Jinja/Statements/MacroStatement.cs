using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% macro name(parameters) %} … {% endmacro %}</c></summary>
internal sealed class MacroStatement(Name name, MacroBody body, int line) : Statement(line)
{
    public override IEnumerable<Node> Children => [body];

    public override void Find(SymbolFinder finder) => finder.Symbols.Store(name.Text);

    public override void Bind(Scope scope)
    {
        name.Bind(scope);
        body.Bind(scope);
    }

    public override void Run(Frame frame) => name.Assign(frame, new Macro(body, frame));
}
