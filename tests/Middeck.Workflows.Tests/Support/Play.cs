using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Runs graphs for tests.</summary>
internal sealed class Play(params INodeExecutor[] nodes)
{
    public GraphEngineOptions Options { get; init; } = new();

    public TimeProvider Clock { get; init; } = new FakeClock();

    public static RunRequest Of(WorkflowGraph graph, string inputs = "{}", string conversation = "{}", string query = "") => new()
    {
        Graph = graph,
        RunId = "run",
        Inputs = SegmentJson.Parse(inputs).Fields,
        Conversation = SegmentJson.Parse(conversation).Fields,
        System = new Dictionary<string, Segment> { ["query"] = Segment.Of(query) },
    };

    public GraphEngine Engine() => new(new NodeCatalog(nodes, new FakeTemplates()), Options, Clock);

    public Task<RunLog> RunAsync(WorkflowGraph graph, string inputs = "{}", string conversation = "{}", string query = "")
        => RunAsync(Of(graph, inputs, conversation, query));

    public async Task<RunLog> RunAsync(RunRequest request, CancellationToken stop = default)
    {
        var log = new RunLog();
        await foreach (var what in Engine().RunAsync(request, stop))
        {
            log.Add(what);
        }

        return log;
    }
}
