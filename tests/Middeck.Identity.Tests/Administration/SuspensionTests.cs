using System.Net;
using Middeck.Identity.Authentication;
using Middeck.Identity.Changes;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Administration;

public sealed class SuspensionTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_suspended_person_is_out_at_once_and_comes_back_with_a_new_login()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");

        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsync($"/api/v1/admin/users/{person.Id}/suspend")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
        var refresh = await host.Anonymous().PostAsync("/api/v1/auth/refresh", new { person.Client.RefreshToken });
        Assert.Equal("auth.refresh_invalid", refresh.Code);
        var login = await host.Anonymous().PostAsync(
            "/api/v1/auth/login", new { email = person.Email, password = Person.Password });
        Assert.Equal((HttpStatusCode.Forbidden, "auth.suspended"), (login.Status, login.Code));

        await owner.PostAsync($"/api/v1/admin/users/{person.Id}/resume");
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
        await host.LoginAsync(person.Email, Person.Password);
    }

    [Fact]
    public async Task Without_any_notification_it_takes_ten_seconds()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
        await host.Database.ExecuteAsync(
            $"UPDATE identity.user SET suspended_at = {host.Clock.GetUtcNow()} WHERE id = {person.Id}",
            CancellationToken.None);

        host.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task Another_node_hears_of_it()
    {
        await using var node = host.Build([]);
        await node.Services.BootstrapIdentityAsync(CancellationToken.None);
        await node.StartAsync();
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(node.Urls.Single()) };
        var there = new ApiClient(http).With(person.Client.AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/api/v1/auth/me")).Status);

        await owner.PostAsync($"/api/v1/admin/users/{person.Id}/suspend");

        // The clock stands still, so only the notification can end what that node remembers.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((await there.GetAsync("/api/v1/auth/me")).Status != HttpStatusCode.Unauthorized)
        {
            patience.Token.ThrowIfCancellationRequested();
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task What_was_read_before_a_change_is_not_kept_after_it()
    {
        var cache = new StateCache<Guid, PersonState>(host.Clock);
        var state = new PersonState(Guid.Empty, "a@b.c", false, null, []);

        await cache.GetAsync(
            Guid.Empty,
            (_, _) =>
            {
                cache.Remove(_ => true);
                return Task.FromResult<PersonState?>(state);
            },
            CancellationToken.None);

        Assert.Null(await cache.GetAsync(Guid.Empty, (_, _) => Task.FromResult<PersonState?>(null), CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_suspends_themselves_and_nobody_who_is_not_there()
    {
        var admin = await host.LoginAsync();
        var self = (await admin.GetAsync("/api/v1/auth/me")).Id();

        Assert.Equal("users.self", (await admin.PostAsync($"/api/v1/admin/users/{self}/suspend")).Code);
        Assert.Equal("users.not_found", (await admin.PostAsync($"/api/v1/admin/users/{Guid.Empty}/suspend")).Code);
    }

    [Fact]
    public async Task Administrators_find_people_and_see_who_is_locked()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await host.Anonymous().PostAsync("/api/v1/auth/login", new { email = person.Email, password = "wrong" });
        }

        var found = Assert.Single((await owner.GetAsync($"/api/v1/admin/users?q={person.Email}")).Data.ToArray());

        Assert.Equal(host.Clock.GetUtcNow().AddMinutes(15), found.GetProperty("locked_until").GetDateTimeOffset());
        Assert.Equal(1, found.GetProperty("workspace_count").GetInt32());
        Assert.NotEmpty((await owner.GetAsync("/api/v1/admin/workspaces")).Data);
    }
}
