using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Sessions;

public sealed class RefreshTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_refresh_token_is_exchanged_for_new_tokens_that_work()
    {
        var client = await host.LoginAsync();

        var refreshed = await RefreshAsync(client.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.NotEqual(client.RefreshToken, refreshed.Text("refresh_token"));
        Assert.Equal("Bearer", refreshed.Text("token_type"));
        var me = await host.Anonymous().With(refreshed.Text("access_token")).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, me.Status);
    }

    [Fact]
    public async Task A_token_that_comes_back_after_the_grace_ends_the_whole_session()
    {
        var client = await host.LoginAsync();
        var successor = (await RefreshAsync(client.RefreshToken)).Text("refresh_token");
        host.Clock.Advance(TimeSpan.FromSeconds(11));

        var reused = await RefreshAsync(client.RefreshToken);

        Assert.Equal(HttpStatusCode.Unauthorized, reused.Status);
        Assert.Equal("auth.refresh_reused", reused.Code);
        Assert.Equal("auth.refresh_invalid", (await RefreshAsync(successor)).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task A_token_that_comes_back_when_its_successor_was_used_ends_the_session_even_within_the_grace()
    {
        var client = await host.LoginAsync();
        var successor = (await RefreshAsync(client.RefreshToken)).Text("refresh_token");
        await RefreshAsync(successor);

        Assert.Equal("auth.refresh_reused", (await RefreshAsync(client.RefreshToken)).Code);
    }

    [Fact]
    public async Task Tabs_that_refresh_at_the_same_moment_all_get_tokens_and_one_line_lives_on()
    {
        var client = await host.LoginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RefreshAsync(client.RefreshToken)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var last = await RefreshAsync(answers[4].Text("refresh_token"));
        Assert.Equal(HttpStatusCode.OK, last.Status);
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("auth.refresh_reused", (await RefreshAsync(answers[0].Text("refresh_token"))).Code);
    }

    [Fact]
    public async Task A_session_that_is_not_used_for_thirty_days_is_over()
    {
        var client = await host.LoginAsync();
        host.Clock.Advance(TimeSpan.FromDays(29));
        var refreshed = await RefreshAsync(client.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, refreshed.Status);

        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal("auth.refresh_invalid", (await RefreshAsync(refreshed.Text("refresh_token"))).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense\0")]
    public async Task Nonsense_is_refused(string? token)
        => Assert.Equal("auth.refresh_invalid", (await RefreshAsync(token)).Code);

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "x", HttpStatusCode.OK)]
    public async Task The_cookie_works_only_from_our_own_pages(string header, string value, HttpStatusCode expected)
    {
        var client = await host.LoginAsync();

        var answer = await host.Anonymous().SendAsync(
            HttpMethod.Post, "/api/v1/auth/refresh", null, ("Cookie", $"md_refresh={client.RefreshToken}"), (header, value));

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.OK, answer.Cookie("md_refresh") is { Length: > 0 });
    }

    [Fact]
    public async Task Logging_out_ends_the_session_and_clears_the_cookie()
    {
        var client = await host.LoginAsync();

        var answer = await host.Anonymous().PostAsync("/api/v1/auth/logout", new { client.RefreshToken });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("", answer.Cookie("md_refresh"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/auth/me")).Status);
        Assert.Equal("auth.refresh_invalid", (await RefreshAsync(client.RefreshToken)).Code);
    }

    private Task<Answer> RefreshAsync(string? refreshToken)
        => host.Anonymous().PostAsync("/api/v1/auth/refresh", new { refreshToken });
}
