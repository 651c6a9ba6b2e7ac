using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>Text between the tags.</summary>
internal sealed class TextStatement(string text, int line) : Statement(line)
{
    public override IEnumerable<Node> Children => [];

    public override void Run(Frame frame) => frame.Rendering.Output.Write(text);
}
