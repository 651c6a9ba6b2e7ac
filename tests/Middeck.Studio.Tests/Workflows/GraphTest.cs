using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows;

/// <summary>A test that runs graphs of one node between start and end, with the room's own executors.</summary>
public abstract class GraphTest(PostgresFixture postgres) : StudioTest(postgres)
{
    private Guid? _app;

    /// <summary>The run's environment variables.</summary>
    private protected Dictionary<string, Segment> Environment { get; } = [];

    private protected Guid RunId { get; } = Ids.New(TimeProvider.System);

    /// <summary>Runs start → node → end and returns what became of the node.</summary>
    /// <param name="data">The node's <c>data</c>.</param>
    /// <param name="inputs">What start hands on; files by <see cref="GivenFileAsync"/>.</param>
    private protected async Task<NodeRecord> RunNodeAsync(object data, Dictionary<string, Segment>? inputs = null)
        => (await EventsOfNodeAsync(data, inputs)).OfType<NodeFinished>().Single(node => node.Execution.Node.Id == "node").Record;

    private protected async Task<List<GraphEvent>> EventsOfNodeAsync(object data, Dictionary<string, Segment>? inputs = null)
    {
        var events = new List<GraphEvent>();
        var engine = new GraphEngine(Host.Get<NodeCatalog>(), new GraphEngineOptions(), Clock);
        await foreach (var what in engine.RunAsync(await RequestAsync(data, inputs ?? []), CancellationToken.None))
        {
            events.Add(what);
        }

        return events;
    }

    private protected async Task<Segment> GivenFileAsync(string name, string content, Guid? user = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var stored = await Host.Get<FileIntake>().KeepAsync(
            new FileOwner(Workspace, await AppAsync(), Person.User(user ?? User)), name, bytes, null, CancellationToken.None);
        return Segment.Of(new FileValue("document", "local_file", stored.Id.ToString(), Name: stored.Name, Extension: "." + stored.Extension));
    }

    private protected static string Json(NodeRecord record, string output) => record.Result.Outputs[output].ToJson();

    private async Task<RunRequest> RequestAsync(object data, Dictionary<string, Segment> inputs)
    {
        var app = await AppAsync();
        return new RunRequest
        {
            Graph = WorkflowGraph.Read(GraphOf(data)),
            RunId = RunId.ToString(),
            Inputs = inputs,
            System = new Dictionary<string, Segment> { ["query"] = Segment.Of("你好 \"world\"") },
            Environment = Environment,
            Host = new RunScope(
                new AppSnapshot(Workspace, app, "Flow", "", AppMode.Workflow, 1, AppConfig.Read(JsonDocument.Parse("{}").RootElement)),
                RunId, Person.User(User), new ModelCaller(Workspace, "app", app, User, RunId: RunId)),
        };
    }

    private async Task<Guid> AppAsync() => _app ??= await GivenAppAsync();

    private static JsonElement GraphOf(object data)
    {
        var node = data as JsonObject ?? JsonSerializer.SerializeToNode(data)!.AsObject();
        return JsonSerializer.SerializeToElement(new
        {
            nodes = new object[]
            {
                new { id = "start", type = "custom", data = new { type = "start", variables = Array.Empty<object>() } },
                new { id = "node", type = "custom", data = node },
                new { id = "end", type = "custom", data = new { type = "end", outputs = Array.Empty<object>() } },
            },
            edges = new[]
            {
                new { source = "start", sourceHandle = "source", target = "node" },
                new { source = "node", sourceHandle = "source", target = "end" },
            },
        });
    }
}
