using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Annotations;

/// <summary>What tests of annotations share.</summary>
public abstract class AnnotationTest(PostgresFixture postgres) : StudioTest(postgres)
{
    protected async Task<Guid> GivenAnnotationAsync(Guid app, string question, string answer = "As written.")
        => (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations", new { question, answer }, HttpStatusCode.Created))!["id"]!;

    protected async Task<Guid> GivenAnsweringAppAsync(double threshold = 0.8)
    {
        var app = await GivenPublishedAppAsync();
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = true, score_threshold = threshold });
        await Host.Jobs.RunAsync();
        return app;
    }

    protected async Task<JsonArray> ListAsync(Guid app, string query = "")
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations{query}"))!["data"]!.AsArray();
}
