using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Workspaces;

public sealed class WorkspaceWallTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    public static TheoryData<string, string> Calls => new()
    {
        { "GET", "" },
        { "PATCH", "" },
        { "DELETE", "" },
        { "GET", "/members" },
        { "PATCH", "/members/{user}" },
        { "DELETE", "/members/{user}" },
        { "POST", "/members/{user}/reset-link" },
        { "GET", "/invitations" },
        { "POST", "/invitations" },
        { "DELETE", "/invitations/{user}" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_of_another_workspace_can_be_reached_by_its_path(string method, string path)
    {
        var (strangers, mine) = await host.NewWorkspaceAsync("Mine");
        var stranger = await host.NewPersonAsync(strangers, mine, "owner");
        var (owner, theirs) = await host.NewWorkspaceAsync("Theirs");
        var victim = await host.NewPersonAsync(owner, theirs, "editor");

        // With and without the header that names a workspace where the stranger is an owner.
        var answer = await stranger.Client.SendAsync(
            new HttpMethod(method),
            $"/api/v1/workspaces/{theirs}{path.Replace("{user}", victim.Id.ToString(), StringComparison.Ordinal)}",
            method == "GET" ? null : new { name = "x", role = "viewer", confirm_name = "Theirs" });

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("workspaces.not_found", answer.Code);
    }

    [Theory]
    [InlineData("019a0000-0000-7000-8000-000000000000")]
    [InlineData("not-a-workspace")]
    [InlineData("' OR 1=1")]
    public async Task A_workspace_in_the_header_that_is_not_mine_is_not_found(string workspace)
    {
        var client = await host.LoginAsync();

        var answer = await client.SendAsync(HttpMethod.Get, "/probe/caller", null, ("X-Workspace-Id", workspace));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("workspaces.not_found", answer.Code);
    }

    [Fact]
    public async Task Without_the_header_the_chosen_workspace_counts_and_then_the_first_one()
    {
        var (owner, first) = await host.NewWorkspaceAsync("First");
        var person = await host.NewPersonAsync(owner, first, "editor");
        var anywhere = host.Anonymous().With(person.Client.AccessToken);
        Assert.Equal(first, await WorkspaceOfAsync(anywhere));

        var second = (await anywhere.PostAsync("/api/v1/workspaces", new { name = "Second" })).Id();
        Assert.Equal(first, await WorkspaceOfAsync(anywhere));
        await anywhere.PatchAsync("/api/v1/auth/me", new { default_workspace_id = second });

        Assert.Equal(second, await WorkspaceOfAsync(anywhere));
    }

    [Fact]
    public async Task The_workspace_of_strangers_cannot_become_my_first_one()
    {
        var (_, theirs) = await host.NewWorkspaceAsync();
        var (owner, mine) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, mine, "editor");

        var answer = await person.Client.PatchAsync("/api/v1/auth/me", new { default_workspace_id = theirs });

        Assert.Equal("workspaces.not_found", answer.Code);
    }

    [Fact]
    public async Task My_list_shows_my_workspaces_only()
    {
        var (owner, mine) = await host.NewWorkspaceAsync("Mine");
        var person = await host.NewPersonAsync(owner, mine, "editor");
        await host.NewWorkspaceAsync("Other");

        var only = Assert.Single((await person.Client.GetAsync("/api/v1/workspaces")).Data.ToArray());

        Assert.Equal(mine, only.GetProperty("id").GetGuid());
        Assert.Equal("editor", only.GetProperty("role").GetString());
        Assert.Equal(2, only.GetProperty("member_count").GetInt32());
    }

    private static async Task<Guid> WorkspaceOfAsync(ApiClient client)
        => (await client.GetAsync("/probe/caller")).Body.GetProperty("workspace_id").GetGuid();
}
