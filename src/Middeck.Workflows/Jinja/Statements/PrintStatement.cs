using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{{ value }}</c></summary>
internal sealed class PrintStatement(Expression value, int line) : Statement(line)
{
    private Escaping _escaping;

    public override IEnumerable<Node> Children => [value];

    public override void Bind(Scope scope)
    {
        _escaping = scope.Escaping;
        base.Bind(scope);
    }

    public override void Run(Frame frame)
    {
        var rendering = frame.Rendering;
        rendering.Line = Line;
        var printed = value.Evaluate(frame);
        var escapes = _escaping == Escaping.On || (_escaping == Escaping.AtRuntime && rendering.Autoescape);
        rendering.Output.Write(escapes ? Html.Escape(printed, rendering.Budget)
            : printed as string ?? Repr.Str(printed, rendering.Budget));
    }
}
