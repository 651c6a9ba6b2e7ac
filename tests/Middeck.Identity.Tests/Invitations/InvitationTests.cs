using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Invitations;

public sealed class InvitationTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Somebody_new_sees_the_invitation_makes_an_account_and_is_in()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync("设计组");
        var token = await InviteAsync(owner, workspace, "new@example.com");

        var seen = await host.Anonymous().GetAsync($"/api/v1/invitations/{token}");
        Assert.Equal("设计组", seen.Text("workspace_name"));
        Assert.False(seen.Body.GetProperty("account_exists").GetBoolean());
        var accepted = await AcceptAsync(token, new { name = "韩梅梅", password = Person.Password });

        Assert.Equal("new@example.com", accepted.Body.GetProperty("user").GetProperty("email").GetString());
        var client = host.Anonymous().With(accepted.Text("access_token"));
        var me = await client.GetAsync("/api/v1/auth/me");
        Assert.Equal(workspace, me.Body.GetProperty("workspace").GetProperty("id").GetGuid());
        Assert.Equal("editor", me.Body.GetProperty("workspace").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_link_works_once_even_when_two_open_it_at_once()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var token = await InviteAsync(owner, workspace, email: null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => AcceptAsync(
            token, new { email = $"racer{number}@example.com", password = Person.Password })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.Code == "invitations.invalid"));
        var members = (await owner.GetAsync($"/api/v1/workspaces/{workspace}/members")).Data;
        Assert.Equal(2, members.Count());
    }

    [Fact]
    public async Task A_link_ends_after_seventy_two_hours_or_when_it_is_taken_back()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var old = await InviteAsync(owner, workspace, email: null);
        host.Clock.Advance(TimeSpan.FromHours(72));
        (owner, workspace) = await host.NewWorkspaceAsync();
        var withdrawn = await InviteAsync(owner, workspace, email: null);
        var id = (await owner.GetAsync($"/api/v1/workspaces/{workspace}/invitations")).Data.Single().GetProperty("id");
        await owner.DeleteAsync($"/api/v1/workspaces/{workspace}/invitations/{id.GetGuid()}");

        Assert.Equal("invitations.invalid", (await host.Anonymous().GetAsync($"/api/v1/invitations/{old}")).Code);
        Assert.Equal("invitations.invalid", (await AcceptAsync(withdrawn, new { email = "a@b.c" })).Code);
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_by_password_or_by_the_open_session()
    {
        var (owner, first) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, first, "viewer");
        var (_, second) = await host.NewWorkspaceAsync();
        var (_, third) = await host.NewWorkspaceAsync();

        var byPassword = await InviteAsync(owner, second, person.Email.ToUpperInvariant());
        Assert.Equal("auth.invalid_credentials", (await AcceptAsync(byPassword, new { password = "wrong" })).Code);
        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(byPassword, new { password = Person.Password })).Status);
        var bySession = await InviteAsync(owner, third, person.Email);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await person.Client.PostAsync($"/api/v1/invitations/{bySession}/accept")).Status);

        Assert.Equal(3, (await person.Client.GetAsync("/api/v1/workspaces")).Data.Count());
    }

    [Fact]
    public async Task An_invitation_for_one_address_is_not_for_another()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var (_, elsewhere) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, elsewhere, "viewer");
        var token = await InviteAsync(owner, workspace, "somebody.else@example.com");

        var answer = await person.Client.PostAsync($"/api/v1/invitations/{token}/accept");

        Assert.Equal("invitations.other_person", answer.Code);
    }

    [Fact]
    public async Task A_weak_password_does_not_use_the_link_up()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var token = await InviteAsync(owner, workspace, "weak@example.com");

        var weak = await AcceptAsync(token, new { password = "weak" });

        Assert.Equal("auth.password_policy", weak.Code);
        Assert.Equal("password", weak.Text("field"));
        Assert.Equal(HttpStatusCode.OK, (await AcceptAsync(token, new { password = Person.Password })).Status);
    }

    private static async Task<string> InviteAsync(ApiClient owner, Guid workspace, string? email)
    {
        var invited = await owner.In(workspace).PostAsync(
            $"/api/v1/workspaces/{workspace}/invitations", new { email, role = "editor" });
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        Assert.Equal($"/invite/{invited.Text("token")}", invited.Text("url"));
        return invited.Text("token");
    }

    private Task<Answer> AcceptAsync(string token, object body)
        => host.Anonymous().PostAsync($"/api/v1/invitations/{token}/accept", body);
}
