using System.Net;
using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>npm's <c>@modelcontextprotocol/sdk</c>, unmodified, against published apps.</summary>
public sealed class McpClientTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_workflow_is_a_tool_that_takes_its_inputs()
    {
        using var admin = await host.SignInAsync();
        var app = await admin.PostAsync("/api/v1/apps", new { name = "Echo Words", mode = "workflow", graph = ScriptedApps.Echo }, 201);
        var (id, key) = await PublishAsync(admin, app);

        var seen = await NodeClient.RunAsync("mcp.mjs", new Uri(host.Address, $"/mcp/{id}").ToString(), key, """{"text": "tea"}""");

        Assert.Equal("Echo Words", seen.GetProperty("server").GetProperty("title").GetString());
        var tool = Assert.Single(seen.GetProperty("tools").EnumerateArray());
        Assert.Equal("echo_words", tool.GetProperty("name").GetString());
        Assert.Equal("text", tool.GetProperty("inputSchema").GetProperty("required")[0].GetString());
        Assert.Equal("tea", TextOf(seen.GetProperty("result")));
        Assert.Equal("tea", seen.GetProperty("result").GetProperty("structuredContent").GetProperty("echo").GetString());
        Assert.True(seen.GetProperty("wrong").GetProperty("isError").GetBoolean());
        Assert.Equal("text is required in input form", TextOf(seen.GetProperty("wrong")));
        Assert.Contains("no_such_tool", seen.GetProperty("unknown").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_is_a_tool_that_is_asked()
    {
        using var admin = await host.SignInAsync();
        var key = await ScriptedApps.PublishAsync(host, admin, "echo");
        var apps = await admin.GetAsync("/api/v1/apps?words=echo&limit=1");
        var id = apps.GetProperty("data")[0].GetProperty("id").GetString();

        var seen = await NodeClient.RunAsync(
            "mcp.mjs", new Uri(host.Address, $"/mcp/{id}").ToString(), key, """{"query": "hello there"}""");

        Assert.Equal("hello there", TextOf(seen.GetProperty("result")));
        Assert.True(Guid.TryParse(
            seen.GetProperty("result").GetProperty("structuredContent").GetProperty("conversation_id").GetString(), out _));
        Assert.True(seen.GetProperty("wrong").GetProperty("isError").GetBoolean());
    }

    [Fact]
    public async Task Foreign_pages_strange_keys_and_rubbish_are_refused()
    {
        using var admin = await host.SignInAsync();
        var app = await admin.PostAsync("/api/v1/apps", new { name = "Walled", mode = "workflow", graph = ScriptedApps.Echo }, 201);
        var (id, key) = await PublishAsync(admin, app);
        const string List = """{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(id, "app-none", List));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync("01900000-0000-7000-8000-000000000001", key, List));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(id, key, "rubbish"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(id, key, List, origin: "https://elsewhere.example.com"));
    }

    private static string? TextOf(JsonElement result) => result.GetProperty("content")[0].GetProperty("text").GetString();

    private static async Task<(string Id, string Key)> PublishAsync(MiddeckClient admin, JsonElement app)
    {
        var id = app.GetProperty("id").GetString()!;
        await admin.PostAsync($"/api/v1/apps/{id}/publish", new { });
        return (id, (await admin.PostAsync($"/api/v1/apps/{id}/api-keys", new { }, 201)).GetProperty("key").GetString()!);
    }

    private async Task<HttpStatusCode> SendAsync(string app, string key, string body, string? origin = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/mcp/{app}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {key}");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
