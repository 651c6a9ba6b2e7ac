using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Sandbox;
using Middeck.Studio.Workflows;
using Middeck.Studio.Workflows.Nodes.Code;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes.Code;

/// <summary>Runs the graph start → code → end in the engine, with the real sandbox and small limits for texts and lists.</summary>
public sealed class CodeRuns : IAsyncLifetime
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddLogging()
        .AddSandbox()
        .BuildServiceProvider();

    /// <summary>How often the node of the last run was tried again.</summary>
    public int Retries { get; private set; }

    internal async Task<NodeRecord> RunAsync(object code, string inputs = "{}")
    {
        var limits = Options.Create(new WorkflowOptions { CodeStringLength = 100, CodeArrayBytes = 1_000 });
        var node = new CodeNode(_services.GetRequiredService<ICodeSandbox>(), limits);
        var data = JsonSerializer.SerializeToNode(code)!.AsObject();
        data["type"] = "code";
        var graph = WorkflowGraph.Read(JsonSerializer.SerializeToElement(new
        {
            nodes = new object[]
            {
                new { id = "start", data = new { type = "start", variables = Array.Empty<object>() } },
                new { id = "code", data },
                new { id = "end", data = new { type = "end", outputs = Array.Empty<object>() } },
            },
            edges = new[] { new { source = "start", target = "code" }, new { source = "code", target = "end" } },
        }));
        var engine = new GraphEngine(new NodeCatalog([node]), new GraphEngineOptions(), TimeProvider.System);
        NodeFinished? finished = null;
        await foreach (var what in engine.RunAsync(
            new RunRequest { Graph = graph, RunId = "run", Inputs = SegmentJson.Parse(inputs).Fields }, CancellationToken.None))
        {
            finished = what is NodeFinished { Execution.Node.Id: "code" } ended ? ended : finished;
        }

        Retries = finished!.Execution.Retries;
        return finished.Record;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _services.DisposeAsync();
}
