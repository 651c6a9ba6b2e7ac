using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Identifiers;
using Middeck.Models.Gateway;
using Middeck.ScriptedModel;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows;
using Middeck.Testing.Hosting;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>The whole platform for all tests of nodes: a workspace whose provider <c>mock</c> is the scripted model.</summary>
public sealed class NodeHost : IAsyncLifetime
{
    private readonly MiddeckHost _host = new();
    private readonly Person _person = Person.User(Ids.New(TimeProvider.System));
    private TestWorkspace _workspace = null!;

    public ScriptedModelServer Model => _host.Model;

    internal MiddeckClient Owner => _workspace.Owner;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _workspace = await _host.CreateWorkspaceAsync("Nodes");
        string[] models = ["script", "pause", "truncated", "fail-400", "seeing-echo"];
        await Owner.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name = "mock",
                kind = "openai",
                base_url = Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = models.Select(name => new { name, type = "llm" }),
            },
            201);
        await Owner.PutAsync("/api/v1/default-models", new { llm = "mock/script" });
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    /// <summary>Calls as a program with an app's key.</summary>
    internal MiddeckClient With(string key) => _host.With(key);

    /// <summary>What a run needs around a graph.</summary>
    internal RunRequest Request(
        JsonElement graph, string inputs = "{}", string? query = null, IReadOnlyList<ChatTurn>? history = null)
    {
        var system = new Dictionary<string, Segment>();
        if (query is not null)
        {
            system["query"] = Segment.Of(query);
        }

        return new RunRequest
        {
            Graph = WorkflowGraph.Read(graph),
            RunId = Guid.CreateVersion7().ToString(),
            Inputs = SegmentJson.Parse(inputs).Fields,
            System = system,
            Host = Scope() with { History = history ?? [] },
        };
    }

    internal GraphEngine Engine(NodeCatalog? nodes = null) => new(
        nodes ?? Get<NodeCatalog>(), new GraphEngineOptions(), TimeProvider.System);

    internal T Get<T>()
        where T : notnull
        => _host.Services.GetRequiredService<T>();

    internal async Task<NodeRun> RunAsync(RunRequest request, NodeCatalog? nodes = null)
    {
        var run = new NodeRun();
        await foreach (var what in Engine(nodes).RunAsync(request, CancellationToken.None))
        {
            run.Events.Add(what);
        }

        return run;
    }

    /// <summary>What the model was sent while something was done.</summary>
    internal async Task<(NodeRun Run, IReadOnlyList<JsonElement> Asked)> AskAsync(
        RunRequest request, NodeCatalog? nodes = null)
    {
        var before = Model.Requests.Count;
        var run = await RunAsync(request, nodes);
        return (run, [.. Model.Requests.Skip(before).Select(asked => asked.Body)]);
    }

    /// <summary>A knowledge base with documents whose words are found.</summary>
    internal async Task<Guid> GivenBaseAsync(string name, string description, params (string Name, string Text)[] documents)
    {
        var created = await Owner.PostAsync("/api/v1/knowledge-bases", new { name, description, indexing = "economy" }, 201);
        var id = created.GetProperty("id").GetGuid();
        foreach (var (document, text) in documents)
        {
            var uploaded = await Owner.UploadAsync($"/api/v1/knowledge-bases/{id}/documents", document, Encoding.UTF8.GetBytes(text));
            await Owner.UntilAsync(
                $"/api/v1/knowledge-bases/{id}/documents/{uploaded.GetProperty("id").GetString()}",
                found => found.GetProperty("status").GetString() == "completed");
        }

        return id;
    }

    /// <summary>A file as a value of a run.</summary>
    internal async Task<FileValue> GivenFileAsync(string name, byte[] content)
    {
        var scope = Scope();
        using var stream = new MemoryStream(content);
        var file = await Get<FileIntake>().KeepAsync(
            new FileOwner(scope.WorkspaceId, scope.App.Id, scope.Person), name, stream, sourceUrl: null, CancellationToken.None);
        var kind = file.Kind == FileKind.Image ? "image" : "document";
        return new FileValue(kind, "local_file", file.Id.ToString(), Name: file.Name, MimeType: file.MimeType, Size: file.Size);
    }

    private RunScope Scope()
    {
        var app = Ids.New(TimeProvider.System);
        using var config = JsonDocument.Parse("{}");
        var snapshot = new AppSnapshot(
            _workspace.Id, app, "Flow", "", "workflow", Version: null, AppConfig.Read(config.RootElement.Clone()));
        var run = Ids.New(TimeProvider.System);
        return new RunScope(
            snapshot, run, _person, new ModelCaller(_workspace.Id, "app", app, RunId: run));
    }
}
