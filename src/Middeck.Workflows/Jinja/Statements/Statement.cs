using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>What writes or changes something.</summary>
internal abstract class Statement(int line) : Node(line)
{
    public abstract void Run(Frame frame);

    public static void RunAll(Statement[] body, Frame frame)
    {
        foreach (var statement in body)
        {
            statement.Run(frame);
        }
    }
}
