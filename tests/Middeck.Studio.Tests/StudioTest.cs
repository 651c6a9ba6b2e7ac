using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests;

/// <summary>A test with a host of its own and a workspace of its own.</summary>
public abstract class StudioTest(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    internal PostgresFixture Postgres { get; } = postgres;

    internal FakeClock Clock { get; } = new();

    internal StudioHost Host { get; private set; } = null!;

    protected Guid Workspace { get; } = Ids.New(TimeProvider.System);

    protected Guid User { get; } = Ids.New(TimeProvider.System);

    private protected virtual void Configure(StudioOptions options)
    {
    }

    public async Task InitializeAsync() => Host = await StudioHost.StartAsync(Postgres, Clock, configure: Configure);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Calls as a person of the console.</summary>
    protected async Task<JsonNode?> CallAsync(
        HttpMethod method,
        string path,
        object? body = null,
        HttpStatusCode expect = HttpStatusCode.OK,
        Guid? user = null,
        Guid? workspace = null)
    {
        using var response = await SendAsync(method, path, body, user, workspace);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private protected async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body = null, Guid? user = null, Guid? workspace = null, bool viewer = false)
    {
        // Keys are ordered by their millisecond.
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-User", (user ?? User).ToString());
        request.Headers.Add("X-Workspace", (workspace ?? Workspace).ToString());
        if (viewer)
        {
            request.Headers.Add("X-Viewer", "1");
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return await Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Calls as a program with an app's key.</summary>
    private protected async Task<HttpResponseMessage> SendWithKeyAsync(
        HttpMethod method, string path, string? key, object? body = null)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {key}");
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        return await Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    protected async Task<JsonNode?> CallWithKeyAsync(
        HttpMethod method, string path, string? key, object? body = null, HttpStatusCode expect = HttpStatusCode.OK)
    {
        using var response = await SendWithKeyAsync(method, path, key, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    protected async Task<Guid> GivenAppAsync(object? config = null)
    {
        var app = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "Help", mode = "chat", config = config ?? new { } },
            HttpStatusCode.Created);
        return (Guid)app!["id"]!;
    }

    protected async Task<Guid> GivenPublishedAppAsync(object? config = null)
    {
        var id = await GivenAppAsync(config);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        return id;
    }

    protected async Task<string> GivenKeyAsync(Guid app)
        => (string)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/api-keys", new { name = "test" }, HttpStatusCode.Created))!["key"]!;

    /// <summary>Makes an API extension of the workspace known.</summary>
    protected async Task<Guid> GivenExtensionAsync(string url, Guid? workspace = null)
        => (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/api-extensions", new { name = "Watch", url, api_key = "secret-of-the-extension" },
            HttpStatusCode.Created, workspace: workspace))!["id"]!;

    /// <summary>The answer as it is kept.</summary>
    protected async Task<JsonNode> StoredAnswerAsync(IEnumerable<JsonObject> events)
    {
        var conversation = (Guid)events.First()["conversation_id"]!;
        var list = await CallAsync(HttpMethod.Get, $"/api/v1/conversations/{conversation}/messages");
        return list!["data"]!.AsArray()[^1]!;
    }

    /// <summary>Asks in the console and reads all events.</summary>
    protected async Task<List<JsonObject>> AskAsync(Guid app, string query, object? more = null, Guid? user = null)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat", Body(query, more), user);
        Assert.True(response.IsSuccessStatusCode, await TextIfFailedAsync(response));
        return await ReadEventsAsync(response);
    }

    private protected static JsonObject Body(string query, object? more)
    {
        var body = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        body["query"] = query;
        return body;
    }

    private protected static async Task<List<JsonObject>> ReadEventsAsync(HttpResponseMessage response)
    {
        var events = new List<JsonObject>();
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add(JsonNode.Parse(line[6..])!.AsObject());
            }
        }

        return events;
    }

    protected static string TextOf(IEnumerable<JsonObject> events)
        => string.Concat(events.Where(e => (string?)e["event"] == "message").Select(e => (string?)e["answer"]));

    protected static string NameOf(JsonObject e) => (string)e["event"]!;

    private static async Task<string> TextIfFailedAsync(HttpResponseMessage response)
        => response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync();
}
