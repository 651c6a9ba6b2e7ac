using System.Net;
using System.Text.Json;
using Middeck.Identity.Tests.Hosting;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tests.Audit;

public sealed class AuditTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task An_acknowledged_change_is_in_the_log_with_before_and_after()
    {
        var (owner, _) = await host.NewWorkspaceAsync();

        await owner.SendAsync(HttpMethod.Post, "/probe/apps", null, ("User-Agent", "probe/1.0"));

        var entry = (await owner.GetAsync("/api/v1/audit?action=create_probe")).Data.Single();
        Assert.Equal(IdentityHost.AdminEmail, entry.GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal("user", entry.GetProperty("actor").GetProperty("kind").GetString());
        Assert.Equal("app", entry.GetProperty("object").GetProperty("kind").GetString());
        Assert.Equal("old", entry.GetProperty("before").GetProperty("name").GetString());
        Assert.Equal("new", entry.GetProperty("after").GetProperty("name").GetString());
        Assert.Equal("127.0.0.1", entry.GetProperty("ip").GetString());
        Assert.Equal("probe/1.0", entry.GetProperty("user_agent").GetString());
        Assert.Equal(200, entry.GetProperty("status").GetInt32());
        Assert.NotEmpty(entry.GetProperty("trace_id").GetString()!);
    }

    [Fact]
    public async Task A_forbidden_attempt_is_in_the_log_and_a_refused_one_is_not()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var viewer = await host.NewPersonAsync(owner, workspace, "viewer");

        await viewer.Client.PostAsync("/probe/apps");
        await owner.PostAsync("/probe/apps?fail=true");

        var entry = (await owner.GetAsync("/api/v1/audit?action=create_probe")).Data.Single();
        Assert.Equal(403, entry.GetProperty("status").GetInt32());
        Assert.Equal(viewer.Email, entry.GetProperty("actor").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Logins_are_in_the_log_and_failed_ones_without_what_was_typed()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Anonymous().PostAsync("/api/v1/auth/login", new { email = person.Email, password = "Tr0ub4dor&3 typed" });
        await host.Anonymous().PostAsync(
            "/api/v1/auth/login", new { email = "my secret password", password = "Tr0ub4dor&3 typed" });
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.LoginAsync(person.Email, Person.Password);

        var log = (await owner.GetAsync($"/api/v1/audit?actor={person.Email}")).Data.ToArray();

        Assert.Equal(
            ["login", "login_failed", "accept_invitation"],
            log.Select(entry => entry.GetProperty("action").GetString()!));
        var all = (await owner.GetAsync("/api/v1/admin/audit?action=login_failed")).Data.ToArray();
        Assert.Equal(2, all.Length);
        Assert.DoesNotContain("my secret password", string.Concat(all.Select(entry => entry.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_of_any_act_is_in_the_log()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "admin");
        var key = (await owner.PostAsync(
            "/api/v1/management-keys", new { name = "k", scopes = new[] { "apps.read" } })).Text("key");
        var invitation = (await owner.PostAsync(
            $"/api/v1/workspaces/{workspace}/invitations", new { role = "viewer" })).Text("token");
        var link = (await owner.PostAsync($"/api/v1/workspaces/{workspace}/members/{person.Id}/reset-link")).Text("url");
        await person.Client.PostAsync(
            "/api/v1/auth/password", new { current_password = Person.Password, new_password = "another password 7" });

        var rows = await host.Database.ScalarAsync<string>(
            $"SELECT string_agg(a::text, ' ') FROM identity.audit a", CancellationToken.None);

        Assert.All(
            [key, invitation, link["/reset/".Length..], Person.Password, "another password 7", IdentityHost.AdminPassword],
            secret => Assert.DoesNotContain(secret, rows, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_is_read_in_pages_and_by_filters()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        for (var count = 0; count < 5; count++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await owner.PostAsync("/probe/apps");
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await owner.GetAsync($"/api/v1/audit?action=create_probe&limit=2&cursor={cursor}");
            seen.AddRange(page.Data.Select(entry => entry.GetProperty("id").GetGuid()));
            cursor = page.Body.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(seen.OrderDescending(), seen);
        var since = Uri.EscapeDataString(host.Clock.GetUtcNow().AddMinutes(-2).ToString("O"));
        Assert.Equal(3, await CountAsync(owner, $"from={since}&object_kind=app&object_id=42"));
        Assert.Equal(0, await CountAsync(owner, "object_kind=app&object_id=43"));
        Assert.Equal(0, await CountAsync(owner, "actor=nobody&action=create_probe"));
    }

    [Fact]
    public async Task The_log_of_one_workspace_is_closed_to_another()
    {
        var (owner, _) = await host.NewWorkspaceAsync();
        await owner.PostAsync("/probe/apps");
        var (_, other) = await host.NewWorkspaceAsync();

        Assert.Equal(0, await CountAsync(owner.In(other), "action=create_probe"));
    }

    [Fact]
    public async Task A_viewer_does_not_read_the_log()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var viewer = await host.NewPersonAsync(owner, workspace, "viewer");

        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Client.GetAsync("/api/v1/audit")).Status);
    }

    private static async Task<int> CountAsync(ApiClient client, string query)
        => (await client.GetAsync($"/api/v1/audit?{query}")).Data.Count((JsonElement _) => true);
}
