using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry;

namespace Middeck.Operations.Tests.Entry;

/// <summary>What the entry refuses, and what it writes down.</summary>
public sealed class GuardTests : HomeTest
{
    private static readonly (string, string) Programs = ("Accept", "application/json");

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_when_to_come_again_and_others_are_not_held_up()
    {
        await using var entry = await BehindProxyAsync(("entry:requestsperminuteperaddress", "3"));

        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < 3; number++)
        {
            using var answer = await entry.GetAsync("/api/v1/apps", From("203.0.113.7"));
            answers.Add(answer.StatusCode);
        }

        using var refused = await entry.GetAsync("/api/v1/apps", From("203.0.113.7"), Programs);
        using var other = await entry.GetAsync("/api/v1/apps", From("203.0.113.8"));
        using var six = await entry.GetAsync("/", From("2001:db8::1"));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal("request.too_many", await CodeAsync(refused));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.StatusCode, six.StatusCode));
    }

    [Fact]
    public async Task A_person_who_asks_too_often_is_refused_from_wherever_they_ask()
    {
        var somebody = new Caller { UserId = Guid.CreateVersion7(), Name = "somebody@example.com" };
        await using var entry = await EntryHost.StartAsync(
            new ChangingCatalogue(),
            new() { ["entry:requestsperminuteperuser"] = "1" },
            app =>
            {
                app.Use((context, next) =>
                {
                    context.RequestServices.GetRequiredService<CallerContext>().Caller =
                        context.Request.Headers.ContainsKey("Authorization") ? somebody : Caller.Anonymous;
                    return next(context);
                });
                app.UseUserLimit();
            });

        using var first = await entry.GetAsync("/api/v1/apps", ("Authorization", "Bearer x"));
        using var second = await entry.GetAsync("/api/v1/apps", ("Authorization", "Bearer x"));
        using var anonymous = await entry.GetAsync("/api/v1/apps");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, anonymous.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("entry.too_many_of_user", await CodeAsync(second));
        Assert.NotNull(second.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("203.0.113.7", 403)]
    [InlineData("10.1.2.3", 200)]
    [InlineData("::ffff:10.1.2.3", 200)]
    public async Task Administrative_services_and_paths_are_for_the_networks_of_administrators(string client, int status)
    {
        await using var service = await Backend.StartAsync("prometheus");
        await using var entry = await BehindProxyAsync(
            [ChangingCatalogue.Service("prometheus", new ServiceRoute { Path = "/prometheus", IsAdministrative = true }, service)],
            ("entry:adminpaths:0", "/api/v1/admin"));

        using var atService = await entry.GetAsync("/prometheus/", From(client), Programs);
        using var atPath = await entry.GetAsync("/api/v1/admin/users", From(client), Programs);
        using var elsewhere = await entry.GetAsync("/api/v1/apps", From(client));

        Assert.Equal((status, status), ((int)atService.StatusCode, (int)atPath.StatusCode));
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
        if (status == 403)
        {
            Assert.Equal("entry.wrong_network", await CodeAsync(atService));
            Assert.Contains(client, await atPath.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_client_says_of_itself_is_believed_of_trusted_proxies_only()
    {
        await using var service = await Backend.StartAsync("echo");
        ServiceEntry[] services = [ChangingCatalogue.Service("echo", new ServiceRoute { Path = "/echo" }, service)];
        await using var open = await EntryHost.StartAsync(new ChangingCatalogue(services));
        await using var behind = await BehindProxyAsync(services);
        (string, string)[] forged = [("X-Forwarded-For", "10.9.9.9, 198.51.100.4"), ("X-Forwarded-Proto", "https")];

        var unbelieved = await (await open.GetAsync("/", forged)).Content.ReadAsStringAsync();
        var believed = await (await behind.GetAsync("/", forged)).Content.ReadAsStringAsync();
        var passedOn = await (await open.GetAsync("/echo/", forged)).Content.ReadAsStringAsync();

        Assert.Equal("platform 127.0.0.1 http", unbelieved);
        // The last address is the one that our proxy saw; what stands before it the client may have made up.
        Assert.Equal("platform 198.51.100.4 https", believed);
        Assert.Contains("\"for\":\"127.0.0.1\"", passedOn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_maintenance_file_is_there_everybody_but_health_checks_gets_its_words()
    {
        await using var entry = await EntryHost.StartAsync(new ChangingCatalogue(), new() { ["server:home"] = Test.Home.Root });
        using var before = await entry.GetAsync("/");
        var file = Test.Home.RunFile("maintenance");
        await File.WriteAllTextAsync(file, "Back at <b>noon</b>.");
        entry.Clock.Advance(TimeSpan.FromSeconds(1));

        using var page = await entry.GetAsync("/", ("Accept", "text/html"));
        using var program = await entry.GetAsync("/api/v1/apps", Programs);
        using var health = await entry.GetAsync("/health/live");
        File.Delete(file);
        entry.Clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await entry.GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, health.StatusCode, after.StatusCode));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "120"), (page.StatusCode, page.Headers.RetryAfter?.ToString()));
        Assert.Contains("Back at &lt;b&gt;noon&lt;/b&gt;.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("entry.maintenance", await CodeAsync(program));
    }

    [Fact]
    public async Task The_access_log_has_a_line_for_each_request_and_no_secret()
    {
        await using var service = await Backend.StartAsync("grafana");
        await using (var entry = await EntryHost.StartAsync(
            new ChangingCatalogue(ChangingCatalogue.Service("grafana", new ServiceRoute { Path = "/grafana" }, service)),
            new() { ["server:home"] = Test.Home.Root }))
        {
            using var first = await entry.GetAsync("/grafana/d?orgId=1&api_key=s3cret", ("User-Agent", "a \"quoted\"\tagent"), ("Referer", "http://x.example/y?token=s3cret"));
            using var second = await entry.GetAsync("/triggers/s3cret");
        }

        var text = await File.ReadAllTextAsync(Test.Home.LogOf("access"));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal("/grafana/d", lines[0].GetProperty("path").GetString());
        Assert.Equal("orgId=1&api_key=***", lines[0].GetProperty("query").GetString());
        Assert.Equal("http://x.example/y", lines[0].GetProperty("referer").GetString());
        Assert.Equal((200, "grafana"), (lines[0].GetProperty("status").GetInt32(), lines[0].GetProperty("service").GetString()));
        Assert.Equal(service.Address.AbsoluteUri, lines[0].GetProperty("target").GetString());
        Assert.Equal("platform", lines[1].GetProperty("service").GetString());
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_combined_form_of_the_access_log_cannot_be_broken_by_what_clients_send()
    {
        await using (var entry = await EntryHost.StartAsync(
            new ChangingCatalogue(), new() { ["server:home"] = Test.Home.Root, ["entry:accesslog"] = "combined" }))
        {
            using var answer = await entry.GetAsync("/a%0Ab?x=1", ("User-Agent", "x\" 200 5 \"y"));
        }

        var line = Assert.Single(await File.ReadAllLinesAsync(Test.Home.LogOf("access")));
        Assert.Matches("""^127\.0\.0\.1 - - \[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d \+0000\] "GET /a\\x0Ab\?x=1 HTTP/1\.1" 200 - "-" "x\\x22 200 5 \\x22y"$""", line);
    }

    [Theory]
    [InlineData("trusted_proxies: [10.0.0.0/33]", "10.0.0.0/33")]
    [InlineData("admin_networks: [office]", "office")]
    [InlineData("admin_paths: [admin]", "'admin' is no path")]
    [InlineData("tls: file", "certificate")]
    [InlineData("tls: yes", "one of off, file, local")]
    public void A_setting_that_makes_no_sense_stops_the_start_with_a_sentence(string setting, string expected)
    {
        var configuration = Test.Load($"entry:\n  {setting}\n");

        var refused = Assert.Throws<RefusedException>(() => Operations.Configuration.ConfigurationCheck.ThrowIfInvalid(
            configuration, [new("entry", typeof(EntryOptions)), new("server", typeof(Operations.Configuration.ServerOptions))]));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    private static (string, string) From(string client) => ("X-Forwarded-For", client);

    private static Task<EntryHost> BehindProxyAsync(params (string Key, string Value)[] settings) => BehindProxyAsync([], settings);

    private static Task<EntryHost> BehindProxyAsync(ServiceEntry[] services, params (string Key, string Value)[] settings)
    {
        var values = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        values["entry:trustedproxies:0"] = "127.0.0.1";
        return EntryHost.StartAsync(new ChangingCatalogue(services), values);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
        => JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString();
}
