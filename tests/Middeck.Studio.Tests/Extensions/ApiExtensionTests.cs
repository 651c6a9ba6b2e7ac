using System.Net;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Extensions;

public sealed class ApiExtensionTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task A_key_is_shown_by_its_end_and_kept_encrypted()
    {
        var id = await GivenExtensionAsync("https://extension.example.com/ask?app=1");

        var shown = await CallAsync(HttpMethod.Get, $"/api/v1/api-extensions/{id}");
        var stored = await Host.Database.QueryAsync(
            $"SELECT api_key FROM studio.api_extension WHERE id = {id}", row => row.At<string>(0), CancellationToken.None);

        Assert.Equal("••••sion", (string?)shown!["api_key"]);
        Assert.StartsWith($"sealed|studio.api_extension/{id}|", Assert.Single(stored), StringComparison.Ordinal);
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/api-extensions"))!["data"]!.AsArray());
        Assert.Empty((await CallAsync(
            HttpMethod.Get, "/api/v1/api-extensions", workspace: Ids.New(Clock)))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_ping_is_answered_by_pong_and_carries_the_key()
    {
        await using var server = await ExtensionServer.StartAsync();
        var id = await GivenExtensionAsync(server.Url);

        var check = await CallAsync(HttpMethod.Post, $"/api/v1/api-extensions/{id}/check");

        Assert.True((bool)check!["ok"]!);
        var (authorization, body) = Assert.Single(server.Asked);
        Assert.Equal("Bearer secret-of-the-extension", authorization);
        Assert.Equal("ping", (string?)body["point"]);
        Assert.Empty(body["params"]!.AsObject());
    }

    [Theory]
    [InlineData("""{"result": "hello"}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("""{"result": ["pong"]}""")]
    public async Task Something_else_than_pong_is_no_answer(string answer)
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Says(answer);
        Assert.Equal("extensions.failed", await CheckAsync(server.Url));
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_workspace_may_have_it()
    {
        await using var server = await ExtensionServer.StartAsync();

        Assert.Equal("extensions.address_refused", await CheckAsync(server.LoopbackUrl));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await ExtensionServer.StartAsync();
        await using var server = await ExtensionServer.StartAsync();
        server.Answer = (_, context) =>
        {
            context.Response.Redirect(other.LoopbackUrl, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.Equal("extensions.failed", await CheckAsync(server.Url));
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task An_extension_that_hangs_is_given_up_after_ten_seconds()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var check = CheckAsync(server.Url);
        await server.WasAsked;

        Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("extensions.timeout", await check);
    }

    [Fact]
    public async Task An_answer_without_an_end_is_cut_off()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Answer = async (_, context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string(' ', 65_536), context.RequestAborted);
            }
        };

        Assert.Equal("extensions.failed", await CheckAsync(server.Url));
    }

    [Fact]
    public async Task With_another_address_the_key_is_needed_again()
    {
        var id = await GivenExtensionAsync("https://extension.example.com");
        var path = $"/api/v1/api-extensions/{id}";

        var refused = await CallAsync(HttpMethod.Patch, path, new { url = "https://thief.example.com" }, HttpStatusCode.BadRequest);
        Assert.Equal("extensions.key_needed", (string?)refused!["code"]);

        var moved = await CallAsync(HttpMethod.Patch, path, new { url = "https://new.example.com", api_key = "another-long-key" });
        Assert.Equal("••••-key", (string?)moved!["api_key"]);
        await CallAsync(HttpMethod.Patch, path, new { name = "Guard" });
        await CallAsync(HttpMethod.Delete, path, expect: HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ftp://a.example.com", "key", "extensions.invalid_url")]
    [InlineData("https://user:pass@a.example.com", "key", "extensions.invalid_url")]
    [InlineData("file:///etc/passwd", "key", "extensions.invalid_url")]
    [InlineData("relative", "key", "extensions.invalid_url")]
    [InlineData("https://a.example.com", "two\r\nlines", "extensions.invalid_key")]
    [InlineData("https://a.example.com", "ключ", "extensions.invalid_key")]
    public async Task What_cannot_be_asked_is_refused(string url, string key, string code)
    {
        var problem = await CallAsync(
            HttpMethod.Post, "/api/v1/api-extensions", new { name = "a", url, api_key = key }, HttpStatusCode.BadRequest);
        Assert.Equal(code, (string?)problem!["code"]);
    }

    private async Task<string?> CheckAsync(string url)
    {
        var check = await CallAsync(HttpMethod.Post, $"/api/v1/api-extensions/{await GivenExtensionAsync(url)}/check");
        Assert.False((bool)check!["ok"]!);
        return (string?)check["code"];
    }
}
