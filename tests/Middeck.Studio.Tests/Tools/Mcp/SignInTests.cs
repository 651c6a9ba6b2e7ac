using System.Net;
using System.Text.Json.Nodes;
using Middeck.Storage.Sql;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tests.Workflows;
using Middeck.Testing;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Tests.Tools.Mcp;

public sealed class SignInTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string Path = "/api/v1/tool-providers";

    [Fact]
    public async Task A_person_signs_in_once_and_the_tools_are_called_with_what_that_brought()
    {
        await using var server = await SignInServer.StartAsync(McpServerTool.Create(() => "rain", new McpServerToolCreateOptions { Name = "weather" }));
        server.Lifetime = 0;
        var path = await GivenProviderAsync(server);

        var (page, cookie) = await BeginAsync(path);
        var back = server.Allow(page);
        Assert.StartsWith("https://ai.example.com/s/api/oauth/callback", back.AbsoluteUri, StringComparison.Ordinal);
        // Somebody else's browser, which was sent the link, finishes nothing.
        Assert.Contains("not complete", await ReturnAsync(back, null), StringComparison.Ordinal);
        await ReturnAsync(back, "middeck_sign_in=0123456789abcdef0123456789abcdef");
        Assert.False((bool)(await CallAsync(HttpMethod.Get, path))!["provider"]!["signed_in"]!);
        Assert.Contains("close this page", await ReturnAsync(back, cookie), StringComparison.Ordinal);

        var signedIn = await UntilAsync(async () => await CallAsync(HttpMethod.Get, path) is { } shown && shown["tools"]!.AsArray().Count > 0 ? shown : null);
        Assert.True((bool)signedIn["provider"]!["signed_in"]!);
        Assert.Contains("Middeck", server.Registered.Single(), StringComparison.Ordinal);
        // The tokens have run out already: each call renews them, with the client that was registered then.
        var tried = (await CallAsync(HttpMethod.Post, $"{path}/tools/weather/try", new { arguments = new { } }))!;
        Assert.Equal("rain", (string?)tried["text"]);
        Assert.Equal(("refresh_token", "client-1"), (server.Asked.Last()["grant_type"], server.Asked.Last()["client_id"]));
        Assert.Single(server.Registered);
        Assert.DoesNotContain("rt-", await Host.Database.ScalarAsync<string>($"SELECT sign_in FROM studio.tool_provider", default), StringComparison.Ordinal);

        // Tokens are for one server and one client.
        await CallAsync(HttpMethod.Put, path, new { auth = new { type = "oauth", username = "another" } });
        Assert.False((bool)(await CallAsync(HttpMethod.Get, path))!["provider"]!["signed_in"]!);
        var needed = (await CallAsync(HttpMethod.Post, Path, new { kind = "curl", source = "curl https://a.example.com", auth = new { type = "oauth" } }, HttpStatusCode.BadRequest))!;
        Assert.Equal("tools.provider_invalid_auth", (string?)needed["code"]);
    }

    [Fact]
    public async Task A_refusal_stands_at_the_provider_and_a_server_without_a_sign_in_is_named()
    {
        await using var server = await SignInServer.StartAsync();
        var path = await GivenProviderAsync(server);
        var (page, cookie) = await BeginAsync(path);
        var back = server.Allow(page);
        var refused = new Uri(back.AbsoluteUri.Replace("code=code-1", "error=access_denied&error_description=Not+today", StringComparison.Ordinal));

        Assert.Contains("refused", await ReturnAsync(refused, cookie), StringComparison.Ordinal);
        var shown = await UntilAsync(async () => await CallAsync(HttpMethod.Get, path) is { } now && now["provider"]!["sign_in_problem"] is not null ? now : null);
        Assert.Equal("The sign-in was refused: access_denied Not today.", (string?)shown["provider"]!["sign_in_problem"]);

        await using var plain = await AskedServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        var other = (await CallAsync(HttpMethod.Post, Path, new { kind = "mcp", server_url = plain.Url, name = "plain", auth = new { type = "oauth" } }, HttpStatusCode.Created))!;
        var problem = await CallAsync(HttpMethod.Post, $"{Path}/{other["provider"]!["id"]}/sign-in", expect: HttpStatusCode.BadGateway);
        Assert.Equal("tools.failed", (string?)problem!["code"]);
    }

    private async Task<string> GivenProviderAsync(SignInServer server)
    {
        var made = (await CallAsync(HttpMethod.Post, Path, new { kind = "mcp", server_url = server.Url, auth = new { type = "oauth" } }, HttpStatusCode.Created))!;
        Assert.Empty(made["tools"]!.AsArray());
        Assert.False((bool)made["provider"]!["signed_in"]!);
        return $"{Path}/{made["provider"]!["id"]}";
    }

    private async Task<(Uri Page, string Cookie)> BeginAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Post, $"{path}/sign-in");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        return (new Uri((string)JsonNode.Parse(text)!["authorization_url"]!), cookie.Split(';')[0]);
    }

    private async Task<string> ReturnAsync(Uri back, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, back.PathAndQuery);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        // A browser of its own, which keeps no cookies that the test does not give it.
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Host.Client.BaseAddress };
        using var response = await browser.SendAsync(request);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
