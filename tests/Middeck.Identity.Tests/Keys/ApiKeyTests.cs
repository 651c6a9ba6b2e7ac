using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Paging;
using Middeck.Identity.Keys;
using Middeck.Identity.Tests.Hosting;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tests.Keys;

public sealed class ApiKeyTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly string[] ReadApps = ["apps.read"];
    private static readonly string[] DeleteWorkspace = ["workspaces.delete"];
    private static readonly string[] Nonsense = ["apps.nonsense"];
    private static readonly string[] Installation = ["installation.users"];

    private IApiKeys Keys => host.Services.GetRequiredService<IApiKeys>();

    [Theory]
    [InlineData(ApiKeyKind.App, "app-", "/probe/app-key")]
    [InlineData(ApiKeyKind.Dataset, "dataset-", "/probe/dataset-key")]
    [InlineData(ApiKeyKind.Management, "md-", "/probe/caller")]
    public async Task A_key_opens_its_own_kind_of_door_and_no_other(ApiKeyKind kind, string prefix, string door)
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var key = await CreateAsync(workspace, kind);
        var client = host.Anonymous().With(key.Key);

        Assert.StartsWith(prefix, key.Key, StringComparison.Ordinal);
        foreach (var path in new[] { "/probe/app-key", "/probe/dataset-key", "/probe/caller" })
        {
            Assert.Equal(
                path == door ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/admin/users")).Status);
    }

    [Fact]
    public async Task A_key_belongs_to_one_workspace_and_ignores_the_header()
    {
        var (_, mine) = await host.NewWorkspaceAsync();
        var (_, other) = await host.NewWorkspaceAsync();
        var client = host.Anonymous().With((await CreateAsync(mine, ApiKeyKind.Management)).Key).In(other);

        var answer = await client.GetAsync("/probe/caller");

        Assert.Equal(mine, answer.Body.GetProperty("workspace_id").GetGuid());
        Assert.Equal("workspaces.not_found", (await client.GetAsync($"/api/v1/workspaces/{other}/members")).Code);
    }

    [Fact]
    public async Task Anthropic_clients_may_send_the_key_in_their_own_header()
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var key = await CreateAsync(workspace, ApiKeyKind.App);

        var answer = await host.Anonymous().SendAsync(HttpMethod.Get, "/probe/app-key", null, ("x-api-key", key.Key));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task The_key_itself_is_nowhere_in_the_database_and_shown_masked()
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var key = await CreateAsync(workspace, ApiKeyKind.App);

        var row = await host.Database.ScalarAsync<string>(
            $"SELECT k::text FROM identity.api_key k WHERE id = {key.Id}", CancellationToken.None);
        Assert.DoesNotContain(key.Key, row, StringComparison.Ordinal);
        var listed = await Keys.ListAsync(
            workspace, ApiKeyKind.App, null, PageRequest.Parse(null, null), CancellationToken.None);
        Assert.Equal($"app-…{key.Key[^4..]}", Assert.Single(listed.Data).Masked);
    }

    [Fact]
    public async Task A_revoked_or_expired_key_is_refused_at_once()
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var revoked = await CreateAsync(workspace, ApiKeyKind.App);
        var expiring = await CreateAsync(workspace, ApiKeyKind.App, host.Clock.GetUtcNow().AddHours(1));
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().With(revoked.Key).GetAsync("/probe/app-key")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().With(expiring.Key).GetAsync("/probe/app-key")).Status);

        Assert.False(await Keys.RevokeAsync(workspace, ApiKeyKind.Dataset, revoked.Id, CancellationToken.None));
        Assert.False(await Keys.RevokeAsync(Guid.Empty, revoked.Id, CancellationToken.None));
        Assert.True(await Keys.RevokeAsync(workspace, revoked.Id, CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            HttpStatusCode.Unauthorized, (await host.Anonymous().With(revoked.Key).GetAsync("/probe/app-key")).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await host.Anonymous().With(expiring.Key).GetAsync("/probe/app-key")).Status);
    }

    [Fact]
    public async Task Suspended_keys_of_a_resource_open_nothing_until_they_are_wanted_again()
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var suspended = host.Anonymous().With((await CreateAsync(workspace, ApiKeyKind.App)).Key);
        var other = host.Anonymous().With((await CreateAsync(workspace, ApiKeyKind.Dataset)).Key);
        Assert.Equal(HttpStatusCode.OK, (await suspended.GetAsync("/probe/app-key")).Status);

        await Keys.SuspendResourceAsync(workspace, workspace, suspended: true, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, (await suspended.GetAsync("/probe/app-key")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/probe/dataset-key")).Status);
        await Keys.SuspendResourceAsync(Guid.Empty, workspace, suspended: false, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, (await suspended.GetAsync("/probe/app-key")).Status);

        await Keys.SuspendResourceAsync(workspace, workspace, suspended: false, CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await suspended.GetAsync("/probe/app-key")).Status);
    }

    [Fact]
    public async Task The_last_use_is_written_at_most_once_a_minute()
    {
        var (_, workspace) = await host.NewWorkspaceAsync();
        var key = await CreateAsync(workspace, ApiKeyKind.App);
        var client = host.Anonymous().With(key.Key);
        await client.GetAsync("/probe/app-key");
        var first = await LastUsedAsync(workspace);

        host.Clock.Advance(TimeSpan.FromSeconds(50));
        await client.GetAsync("/probe/app-key");
        Assert.Equal(first, await LastUsedAsync(workspace));
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await client.GetAsync("/probe/app-key");

        Assert.Equal(first!.Value.AddSeconds(70), await LastUsedAsync(workspace));
    }

    [Fact]
    public async Task A_management_key_gets_no_scope_that_its_maker_lacks()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var admin = await host.NewPersonAsync(owner, workspace, "admin");

        var above = await admin.Client.PostAsync("/api/v1/management-keys", new { name = "k", scopes = DeleteWorkspace });
        var unknown = await admin.Client.PostAsync("/api/v1/management-keys", new { name = "k", scopes = Nonsense });
        var installation = await owner.PostAsync("/api/v1/management-keys", new { name = "k", scopes = Installation });
        var none = await owner.PostAsync("/api/v1/management-keys", new { name = "k", scopes = Array.Empty<string>() });
        var past = await owner.PostAsync(
            "/api/v1/management-keys", new { name = "k", scopes = ReadApps, expires_at = "2020-01-01T00:00:00Z" });

        Assert.Equal(("auth.forbidden", "workspaces.delete"), (above.Code, above.Text("permission")));
        Assert.Equal("keys.unknown_scope", unknown.Code);
        Assert.Equal("keys.unknown_scope", installation.Code);
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Equal("keys.expired", past.Code);
    }

    [Fact]
    public async Task A_management_key_shrinks_and_ends_with_its_maker()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var admin = await host.NewPersonAsync(owner, workspace, "admin");
        var made = await admin.Client.PostAsync(
            "/api/v1/management-keys", new { name = "ci", scopes = new[] { "apps.read", "apps.create" } });
        var client = host.Anonymous().With(made.Text("key"));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/probe/apps")).Status);

        var member = $"/api/v1/workspaces/{workspace}/members/{admin.Id}";
        await owner.PatchAsync(member, new { role = "viewer" });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/probe/caller")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/probe/apps")).Status);

        await owner.DeleteAsync(member);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/probe/caller")).Status);
    }

    [Fact]
    public async Task Keys_do_not_make_keys()
    {
        var (owner, _) = await host.NewWorkspaceAsync();
        var made = await owner.PostAsync("/api/v1/management-keys", new { name = "k", scopes = new[] { "keys.manage" } });

        var answer = await host.Anonymous().With(made.Text("key")).PostAsync(
            "/api/v1/management-keys", new { name = "child", scopes = new[] { "keys.manage" } });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    private async Task<DateTimeOffset?> LastUsedAsync(Guid workspace)
        => (await Keys.ListAsync(
            workspace, ApiKeyKind.App, null, PageRequest.Parse(null, null), CancellationToken.None)).Data[0].LastUsedAt;

    private Task<NewApiKey> CreateAsync(Guid workspace, ApiKeyKind kind, DateTimeOffset? expiresAt = null)
        => Keys.CreateAsync(
            new CreateApiKey(
                workspace, kind, "key", kind == ApiKeyKind.App ? workspace : null, ReadApps, expiresAt, CreatedBy: null),
            CancellationToken.None);
}
