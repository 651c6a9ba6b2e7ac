using System.Diagnostics;
using System.Globalization;
using Middeck.Workflows.Bench;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

// Nodes a second on one thread, each run with all of its events, against LangGraph.js. Ends with 1 when a limit is broken.
const double Wanted = 80_000;
const int Rounds = 7;
const int Seconds = 1;

var engine = new GraphEngine(new NodeCatalog([new StepNode()]), new GraphEngineOptions(), TimeProvider.System);
var inputs = new Dictionary<string, Segment> { ["value"] = Segment.Of(0) };
using var peer = LangGraphPeer.TryStart(Console.Out);
var ok = true;
foreach (var (shape, size, nodes, graph) in new[]
{
    ("chain", 50, 50, Graphs.Chain(50)),
    ("fan", 20, 21, Graphs.Fan(20)),
})
{
    await MeasureAsync(graph, runs: 2000);
    peer?.Run(shape, size, 30);
    var (own, others, bytes) = (new List<double>(), new List<double>(), 0L);
    // In turn, so that a busy neighbour on the machine disturbs both alike.
    for (var round = 0; round < Rounds; round++)
    {
        var runs = (int)(Wanted * Seconds / nodes);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        own.Add(nodes * runs / await MeasureAsync(graph, runs));
        bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / runs / nodes;
        if (peer is not null)
        {
            others.Add(nodes * 50 / peer.Run(shape, size, 50));
        }
    }

    var median = Median(own);
    ok &= median >= Wanted;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{shape} of {size}: {median:N0} nodes/s, {bytes} bytes a node (at least {Wanted:N0} wanted: {(median >= Wanted ? "yes" : "NO")})"));
    if (peer is not null)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  LangGraph.js: {Median(others):N0} nodes/s; the engine runs {median / Median(others):F1} times as many"));
    }
}

ok &= await Templates.MeasureAsync(Rounds);
return ok ? 0 : 1;

async Task<double> MeasureAsync(WorkflowGraph graph, int runs)
{
    var started = Stopwatch.GetTimestamp();
    for (var run = 0; run < runs; run++)
    {
        var request = new RunRequest { Graph = graph, RunId = "run", Inputs = inputs };
        await foreach (var what in engine.RunAsync(request, CancellationToken.None))
        {
            if (what is RunFinished { Status: not RunStatus.Succeeded } failed)
            {
                throw new InvalidOperationException(failed.Error);
            }
        }
    }

    return Stopwatch.GetElapsedTime(started).TotalSeconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
