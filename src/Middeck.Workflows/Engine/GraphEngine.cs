using System.Runtime.CompilerServices;
using Middeck.Core.Errors;
using Middeck.Workflows.Events;

namespace Middeck.Workflows.Engine;

/// <summary>
/// Runs graphs. A run works while its reader asks for the next event: nodes without effects one after the other on the reader's own
/// thread, nodes with effects at the same time, and a node that waits costs no thread.
/// </summary>
public sealed class GraphEngine(NodeCatalog nodes, GraphEngineOptions options, TimeProvider clock)
{
    /// <summary>
    /// Runs a graph, or goes on with one. The last event is <see cref="RunFinished"/> or <see cref="RunPaused"/>; failures of nodes,
    /// limits and a stop are outcomes there, not exceptions. A reader that stops reading ends the run.
    /// </summary>
    /// <param name="request">What to run.</param>
    /// <param name="cancellationToken">Stops the run: its nodes are cancelled, and its status is <c>stopped</c>.</param>
    /// <exception cref="FaultException">The graph cannot run, or the request names what it does not have.</exception>
    public IAsyncEnumerable<GraphEvent> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        request.Graph.EnsureCanRun();
        if (request.CallDepth > options.MaxCallDepth)
        {
            throw new FaultException(Fault.Invalid(
                "workflows.called_too_deep", $"Workflows call each other more than {options.MaxCallDepth} deep."));
        }

        return ReadAsync(request, RunStart.Of(request), cancellationToken);
    }

    private async IAsyncEnumerable<GraphEvent> ReadAsync(
        RunRequest request, RunStart start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var run = new GraphRun(request, nodes, options, clock, start);
        run.Start(cancellationToken);
        while (true)
        {
            run.Advance();
            for (var i = 0; i < run.Events.Count; i++)
            {
                yield return run.Events[i];
            }

            var hasMore = run.Events.Count > 0;
            run.Events.Clear();
            if (run.IsOver)
            {
                yield break;
            }

            if (!hasMore)
            {
                await run.WaitAsync();
            }
        }
    }
}
