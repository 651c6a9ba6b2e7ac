using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Evaluation;

/// <summary>A test with test sets.</summary>
public abstract class EvaluationTest(PostgresFixture postgres) : StudioTest(postgres)
{
    protected async Task<Guid> GivenSetAsync(Guid app, object? judges = null)
        => (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/test-sets", new { name = "Basics", judges = judges ?? new { } },
            HttpStatusCode.Created))!["id"]!;

    protected async Task<Guid> GivenCaseAsync(Guid app, Guid set, string question, string? contains = null, string? expected = null)
        => (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/test-sets/{set}/cases",
            new { question, expected, rules = contains is null ? Array.Empty<object>() : [new { kind = "contains", value = contains }] },
            HttpStatusCode.Created))!["id"]!;

    protected async Task<Guid> StartAsync(Guid app, Guid set, int? version = null)
        => (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/evaluations", new { set_id = set, version }, HttpStatusCode.Accepted))!["id"]!;

    protected async Task<JsonNode> RunAsync(Guid app, Guid set, int? version = null)
    {
        var id = await StartAsync(app, set, version);
        await Host.Jobs.RunAsync();
        return await FindAsync(app, id);
    }

    protected async Task<JsonNode> FindAsync(Guid app, Guid id)
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/evaluations/{id}"))!;

    protected async Task<JsonArray> ResultsAsync(Guid app, JsonNode run, string query = "")
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/evaluations/{run["id"]}/results{query}"))!["data"]!.AsArray();
}
