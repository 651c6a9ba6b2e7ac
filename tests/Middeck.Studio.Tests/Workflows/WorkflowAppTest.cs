using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows;

/// <summary>A test of apps with graphs.</summary>
public abstract class WorkflowAppTest(PostgresFixture postgres) : StudioTest(postgres)
{
    /// <summary>Waits for what happens by itself.</summary>
    protected static async Task<T> UntilAsync<T>(Func<Task<T?>> find) where T : class
    {
        for (var i = 0; i < 400; i++)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("It does not come to hold.");
    }

    protected async Task<Guid> GivenGraphAsync(string graph, string mode = "workflow", object? features = null, string conversation = "[]")
        => (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps",
            new
            {
                name = "Graph",
                mode,
                config = new
                {
                    graph = JsonNode.Parse(graph),
                    features = features ?? new { },
                    environment_variables = Array.Empty<object>(),
                    conversation_variables = JsonNode.Parse(conversation),
                },
            },
            HttpStatusCode.Created))!["id"]!;

    protected async Task<Guid> GivenPublishedAsync(string graph, string mode = "workflow")
    {
        var app = await GivenGraphAsync(graph, mode);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        return app;
    }

    /// <summary>Gives the draft another graph.</summary>
    protected async Task SaveAsync(Guid app, string graph)
    {
        var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/draft");
        draft!["config"]!["graph"] = JsonNode.Parse(graph);
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/draft", new { revision = (int)draft["revision"]!, config = draft["config"] });
    }

    protected async Task<JsonNode> ShowAsync(Guid app, Guid run)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs/{run}"))!;

    protected async Task<List<JsonNode>> ListRunsAsync(Guid app)
        => [.. (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs"))!["data"]!.AsArray().Select(run => run!)];

    /// <summary>The run when it has come to a status.</summary>
    protected Task<JsonNode> UntilAsync(Guid app, Guid run, string status)
        => UntilAsync(async () => await ShowAsync(app, run) is var shown && (string?)shown["run"]!["status"] == status ? shown : null);
}
