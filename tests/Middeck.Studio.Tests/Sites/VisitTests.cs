using System.Net;
using System.Net.Http.Json;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class VisitTests(PostgresFixture postgres) : SiteTest(postgres)
{
    [Fact]
    public async Task A_page_is_there_once_it_is_switched_on_and_not_under_its_former_address()
    {
        var app = await GivenPublishedAppAsync(new { opening_statement = "Ask me.", pre_prompt = "The secret instruction." });
        Assert.Null((string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/site/access"))!["token"]);
        var token = await OpenPageAsync(app);

        using var response = await SendAsVisitorAsync(HttpMethod.Post, token, "visits", null, JsonContent.Create(new { }));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("Ask me.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);

        var next = (string)(await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/site/token"))!["token"]!;
        Assert.Equal("sites.not_found", CodeOf(await RefusedAsync(token, HttpStatusCode.NotFound)));
        await ArriveAsync(next);
        await OpenPageAsync(app, new { enabled = false });
        Assert.Equal("sites.off", CodeOf(await RefusedAsync(next, HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task A_page_without_a_published_app_or_after_its_time_says_so()
    {
        var draft = await GivenAppAsync();
        Assert.Equal("sites.not_published", CodeOf(await RefusedAsync(await OpenPageAsync(draft), HttpStatusCode.Conflict)));

        var (app, token) = await GivenPageAsync(new { expires_at = Clock.GetUtcNow().AddHours(1) });
        await ArriveAsync(token);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("sites.expired", CodeOf(await RefusedAsync(token, HttpStatusCode.Conflict)));

        await OpenPageAsync(app);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}", expect: HttpStatusCode.NoContent);
        Assert.Equal("sites.not_found", CodeOf(await RefusedAsync(token, HttpStatusCode.NotFound)));
    }

    [Fact]
    public async Task Only_the_named_networks_reach_the_page()
    {
        var (app, token) = await GivenPageAsync(new { networks = new[] { "10.0.0.0/8", "2001:db8::/32" } });
        Assert.Equal("sites.network_refused", CodeOf(await RefusedAsync(token, HttpStatusCode.Forbidden)));

        await OpenPageAsync(app, new { networks = new[] { "127.0.0.1" } });
        await ArriveAsync(token);
    }

    [Fact]
    public async Task The_access_code_opens_the_page_until_it_is_another_and_guessing_is_slowed_down()
    {
        var (app, token) = await GivenPageAsync(new { mode = "code", access_code = "open sesame" });
        var visitor = await ArriveAsync(token);
        var seen = await VisitAsync(HttpMethod.Post, token, "visits", visitor, new { embedded = true });
        Assert.Equal("code", (string?)seen!["entry"]);
        Assert.Null(seen["start"]);
        Assert.Equal("sites.code_needed", CodeOf(await VisitAsync(
            HttpMethod.Get, token, "conversations", visitor, expect: HttpStatusCode.Forbidden)));

        await VisitAsync(HttpMethod.Post, token, "code", visitor, new { code = "open sesame" }, HttpStatusCode.NoContent);
        Assert.Equal("granted", (string?)(await VisitAsync(HttpMethod.Post, token, "visits", visitor, new { }))!["entry"]);

        await OpenPageAsync(app, new { mode = "code", access_code = "another one" });
        Assert.Equal("code", (string?)(await VisitAsync(HttpMethod.Post, token, "visits", visitor, new { }))!["entry"]);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("sites.wrong_code", CodeOf(await VisitAsync(
                HttpMethod.Post, token, "code", await ArriveAsync(token), new { code = $"guess {i}" }, HttpStatusCode.Forbidden)));
        }

        using var slowed = await SendAsVisitorAsync(
            HttpMethod.Post, token, "code", await ArriveAsync(token), JsonContent.Create(new { code = "another one" }));
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.InRange(slowed.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_page_for_members_opens_to_members_who_may_use_the_app()
    {
        var (app, token) = await GivenPageAsync(new { mode = "sign_in" });
        var stranger = await VisitAsync(HttpMethod.Post, token, "visits", visitor: null, new { });
        Assert.Equal(("sign_in", Workspace), ((string)stranger!["entry"]!, (Guid)stranger["workspace_id"]!));
        Assert.Equal("sites.sign_in_needed", CodeOf(await VisitAsync(
            HttpMethod.Get, token, "conversations", visitor: null, expect: HttpStatusCode.Unauthorized)));

        Assert.Equal("granted", (string?)(await CallAsync(HttpMethod.Post, $"/s/api/{token}/visits", new { }))!["entry"]);
        await CallAsync(HttpMethod.Post, $"/s/api/{token}/visits", new { }, HttpStatusCode.Forbidden, workspace: Guid.CreateVersion7());
        Host.Access.Closed.Add(app);
        Assert.Equal("sites.not_member", CodeOf(await CallAsync(
            HttpMethod.Post, $"/s/api/{token}/visits", new { }, HttpStatusCode.Forbidden)));
    }

    [Fact]
    public async Task A_browser_keeps_who_a_visitor_is_where_no_script_reads_it()
    {
        var (_, token) = await GivenPageAsync();

        using var response = await SendAsVisitorAsync(HttpMethod.Post, token, "visits", null, JsonContent.Create(new { }));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("middeck_visitor=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/s/api", cookie, StringComparison.OrdinalIgnoreCase);
        // The client has kept it, and nothing more is given.
        using var again = await SendAsVisitorAsync(HttpMethod.Post, token, "visits", null, JsonContent.Create(new { }));
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_embedding_page_vouches_for_its_user_by_the_secret()
    {
        var (app, token) = await GivenPageAsync();
        var secret = (string)(await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/site/identity-secret"))!["secret"]!;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes("王雨晴")));

        using var vouched = await AsUserAsync(token, "王雨晴", hash, new { query = "Hello" });
        Assert.Equal(HttpStatusCode.OK, vouched.StatusCode);
        await vouched.Content.ReadAsStringAsync();
        // The same person as for the app's programs.
        var conversations = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/conversations?user={Uri.EscapeDataString("王雨晴")}", await GivenKeyAsync(app));
        Assert.Single(conversations!["data"]!.AsArray());

        using var forged = await AsUserAsync(token, "somebody else", hash, new { query = "Hello" });
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Theory]
    [InlineData("https://shop.example.com", true)]
    [InlineData("https://deep.down.example.com", true)]
    [InlineData("https://example.com", false)]
    [InlineData("https://evil-example.com", false)]
    [InlineData("http://shop.example.com", false)]
    [InlineData("http://localhost:3000", true)]
    public async Task The_bubble_asks_whether_its_page_may_embed(string origin, bool allowed)
    {
        var (_, token) = await GivenPageAsync(new { origins = new[] { "https://*.Example.com/", "http://localhost:3000" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/s/api/{token}/embed");
        request.Headers.Add("Origin", origin);

        using var response = await Host.Client.SendAsync(request);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((allowed, allowed ? "Help" : null), ((bool)answer["allowed"]!, (string?)answer["title"]));
    }

    [Theory]
    [InlineData("""{"enabled":true,"networks":["10.0.0.0/40"]}""", "networks[0]")]
    [InlineData("""{"enabled":true,"origins":["https://a.example","https://b.example; script-src *"]}""", "origins[1]")]
    [InlineData("""{"enabled":true,"origins":["https://example.com/page"]}""", "origins[0]")]
    [InlineData("""{"enabled":true,"mode":"code"}""", "access_code")]
    [InlineData("""{"enabled":true,"mode":"code","access_code":"abc"}""", "access_code")]
    [InlineData("""{"enabled":true,"requests_per_minute":0}""", "requests_per_minute")]
    [InlineData("""{"enabled":true,"expires_at":"2001-01-01T00:00:00Z"}""", "expires_at")]
    public async Task Settings_that_a_page_cannot_have_are_refused(string body, string field)
    {
        var app = await GivenAppAsync();

        var problem = await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/site/access", System.Text.Json.Nodes.JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)problem!["field"]);
        Assert.Null((string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/site/access"))!["token"]);
    }

    private Task<System.Text.Json.Nodes.JsonNode?> RefusedAsync(string token, HttpStatusCode status)
        => VisitAsync(HttpMethod.Post, token, "visits", visitor: null, new { }, status);

    private async Task<HttpResponseMessage> AsUserAsync(string token, string user, string hash, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/s/api/{token}/chat") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Middeck-User", Uri.EscapeDataString(user));
        request.Headers.Add("X-Middeck-User-Hash", hash);
        return await Host.Client.SendAsync(request);
    }
}
