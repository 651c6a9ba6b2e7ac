using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

/// <summary>A test with an app that has a public page. Visitors come by the header of frames, so that a test can be several of them.</summary>
public abstract class SiteTest(PostgresFixture postgres) : StudioTest(postgres)
{
    /// <summary>A published app with an open page, and the page's token.</summary>
    protected async Task<(Guid App, string Token)> GivenPageAsync(object? access = null, Guid? app = null)
    {
        var id = app ?? await GivenPublishedAppAsync();
        return (id, await OpenPageAsync(id, access));
    }

    /// <summary>Switches the page on with these settings.</summary>
    protected async Task<string> OpenPageAsync(Guid app, object? access = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(access ?? new { })!.AsObject();
        body.TryAdd("enabled", true);
        return (string)(await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/site/access", body))!["token"]!;
    }

    protected async Task<Guid> GivenCompletionAsync(object? config = null)
    {
        var app = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps",
            new
            {
                name = "Translate",
                mode = "completion",
                config = config ?? new
                {
                    pre_prompt = "Into {{language}}: {{text}}",
                    user_input_form = new object[]
                    {
                        new { paragraph = new { variable = "text", label = "Text", required = true, max_length = 20 } },
                        new { select = new { variable = "language", options = new[] { "French", "Chinese" }, @default = "French" } },
                    },
                },
            },
            HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        return app;
    }

    /// <summary>Comes to the page for the first time, in a frame; the answer says who one is from then on.</summary>
    protected async Task<string> ArriveAsync(string token)
        => (string)(await VisitAsync(HttpMethod.Post, token, "visits", visitor: null, new { embedded = true }))!["visitor"]!;

    /// <summary>Calls as a visitor.</summary>
    protected async Task<JsonNode?> VisitAsync(
        HttpMethod method,
        string token,
        string path,
        string? visitor,
        object? body = null,
        HttpStatusCode expect = HttpStatusCode.OK)
    {
        using var response = await SendAsVisitorAsync(
            method, token, path, visitor, body is null ? null : JsonContent.Create(body));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private protected async Task<HttpResponseMessage> SendAsVisitorAsync(
        HttpMethod method, string token, string path, string? visitor, HttpContent? content = null)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(method, $"/s/api/{token}/{path}") { Content = content };
        if (visitor is not null)
        {
            request.Headers.Add("X-Middeck-Visitor", visitor);
        }

        return await Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Asks as a visitor and reads all events.</summary>
    protected async Task<List<JsonObject>> AskAsVisitorAsync(string token, string visitor, string query, object? more = null)
    {
        using var response = await SendAsVisitorAsync(
            HttpMethod.Post, token, "chat", visitor, JsonContent.Create(Body(query, more)));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await ReadEventsAsync(response);
    }

    protected static string? CodeOf(JsonNode? problem) => (string?)problem!["code"];
}
