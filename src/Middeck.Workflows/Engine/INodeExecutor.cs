namespace Middeck.Workflows.Engine;

/// <summary>
/// Does the work of one type of node. The first part of it, up to the first wait, runs on the engine's own thread, so it must be
/// short; long computing belongs elsewhere.
/// </summary>
public interface INodeExecutor
{
    /// <summary>The type of node, as the DSL names it.</summary>
    string Type { get; }

    /// <summary>
    /// Whether doing it twice can be noticed outside of the run. Before such a node starts, all events so far have been taken by the
    /// reader of the run, so that what must be kept can be.
    /// </summary>
    bool HasEffects => true;

    /// <summary>
    /// Does the work. A failure is a result, a <see cref="NodeException"/> or any other exception, whose name and message become the
    /// node's; <see cref="OperationCanceledException"/> after a cancellation is none.
    /// </summary>
    ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken);
}
