using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes;

/// <summary>
/// Lets a node with effects begin only when all that led to it is committed, so that a run that goes on after a crash never does it for
/// other reasons than the first time. The engine hands over all events before such a node before it begins.
/// </summary>
internal sealed class CommittedNode(INodeExecutor node) : INodeExecutor
{
    public string Type => node.Type;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        if (RunScope.Of(context).Journal is { } journal)
        {
            if (context.Node.NeverRepeat)
            {
                journal.NoteBegin(RunScope.Of(context).RunId, context.Execution.Key);
            }

            await journal.CommitAsync().WaitAsync(cancellationToken);
        }

        return await node.ExecuteAsync(context, cancellationToken);
    }
}
