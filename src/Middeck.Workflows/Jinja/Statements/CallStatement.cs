using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% call(parameters) macro(arguments) %} … {% endcall %}</c></summary>
internal sealed class CallStatement(CallExpression call, MacroBody body, int line) : Statement(line)
{
    public override IEnumerable<Node> Children => [call, body];

    public override void Find(SymbolFinder finder) => call.Find(finder);

    public override void Run(Frame frame)
    {
        Budget.Room();
        frame.Rendering.Line = Line;
        Written.Text(frame.Rendering, call.Call(frame, new Macro(body, frame)));
    }
}
