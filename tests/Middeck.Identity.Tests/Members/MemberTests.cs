using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Members;

public sealed class MemberTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_new_role_holds_at_the_next_call()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Client.PostAsync("/probe/apps")).Status);

        var changed = await owner.PatchAsync(MemberPath(workspace, person.Id), new { role = "editor" });

        Assert.Equal("editor", changed.Text("role"));
        Assert.Equal(HttpStatusCode.OK, (await person.Client.PostAsync("/probe/apps")).Status);
    }

    [Fact]
    public async Task The_last_owner_can_neither_step_down_nor_leave()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var self = (await owner.GetAsync("/api/v1/auth/me")).Id();

        Assert.Equal("members.last_owner", (await owner.PatchAsync(MemberPath(workspace, self), new { role = "admin" })).Code);
        Assert.Equal("members.last_owner", (await owner.DeleteAsync(MemberPath(workspace, self))).Code);
    }

    [Fact]
    public async Task Of_two_owners_who_demote_each_other_at_once_one_stays()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, workspace) = await host.NewWorkspaceAsync();
            var self = (await one.GetAsync("/api/v1/auth/me")).Id();
            var other = await host.NewPersonAsync(one, workspace, "owner");

            await Task.WhenAll(
                one.PatchAsync(MemberPath(workspace, other.Id), new { role = "admin" }),
                other.Client.PatchAsync(MemberPath(workspace, self), new { role = "admin" }));

            var roles = (await one.GetAsync($"/api/v1/workspaces/{workspace}/members")).Data
                .Select(member => member.GetProperty("role").GetString());
            Assert.Contains("owner", roles);
        }
    }

    [Fact]
    public async Task An_administrator_neither_makes_nor_touches_owners()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var self = (await owner.GetAsync("/api/v1/auth/me")).Id();
        var admin = await host.NewPersonAsync(owner, workspace, "admin");
        var viewer = await host.NewPersonAsync(owner, workspace, "viewer");

        var promoted = await admin.Client.PatchAsync(MemberPath(workspace, viewer.Id), new { role = "owner" });
        var demoted = await admin.Client.PatchAsync(MemberPath(workspace, self), new { role = "viewer" });
        var removed = await admin.Client.DeleteAsync(MemberPath(workspace, self));
        var invited = await admin.Client.PostAsync($"/api/v1/workspaces/{workspace}/invitations", new { role = "owner" });

        Assert.All(
            [promoted, demoted, removed, invited],
            answer => Assert.Equal((HttpStatusCode.Forbidden, "members.role_above_own"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task A_viewer_may_leave_but_not_remove_others()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var leaver = await host.NewPersonAsync(owner, workspace, "viewer");
        var other = await host.NewPersonAsync(owner, workspace, "viewer");

        var refused = await leaver.Client.DeleteAsync(MemberPath(workspace, other.Id));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("members.remove", refused.Text("permission"));

        Assert.Equal(HttpStatusCode.NoContent, (await leaver.Client.DeleteAsync(MemberPath(workspace, leaver.Id))).Status);
        Assert.Equal("workspaces.not_found", (await leaver.Client.GetAsync($"/api/v1/workspaces/{workspace}")).Code);
    }

    [Fact]
    public async Task A_reset_link_is_refused_for_people_who_are_more_somewhere_else()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var admin = await host.NewPersonAsync(owner, workspace, "admin");
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        await person.Client.PostAsync("/api/v1/workspaces", new { name = "My own" });

        var refused = await admin.Client.PostAsync($"{MemberPath(workspace, person.Id)}/reset-link");
        var allowed = await owner.PostAsync($"{MemberPath(workspace, person.Id)}/reset-link");

        Assert.Equal("members.reset_not_allowed", refused.Code);
        // The owner of the test's workspaces administers the installation.
        Assert.Equal(HttpStatusCode.Created, allowed.Status);
    }

    [Fact]
    public async Task A_reset_link_of_an_administrator_of_the_installation_is_not_for_workspace_administrators()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var self = (await owner.GetAsync("/api/v1/auth/me")).Id();
        var other = await host.NewPersonAsync(owner, workspace, "owner");

        Assert.Equal(
            "members.reset_not_allowed",
            (await other.Client.PostAsync($"{MemberPath(workspace, self)}/reset-link")).Code);
    }

    private static string MemberPath(Guid workspace, Guid user) => $"/api/v1/workspaces/{workspace}/members/{user}";
}
