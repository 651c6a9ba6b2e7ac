using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% print a, b %}</c></summary>
internal sealed class PrintAllStatement(PrintStatement[] values, int line) : Statement(line)
{
    public override IEnumerable<Node> Children => values;

    public override void Run(Frame frame)
    {
        foreach (var value in values)
        {
            value.Run(frame);
        }
    }
}
