using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Access;

public sealed class ResourceAccessTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private IResourceAccess Access => host.Services.GetRequiredService<IResourceAccess>();

    [Fact]
    public async Task Without_a_list_a_resource_is_open_to_the_workspace()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var app = GivenApp(workspace);

        var read = await owner.GetAsync($"/api/v1/access/app/{app}");

        Assert.Equal("workspace", read.Text("mode"));
        await Access.EnsureAsync(Somebody(workspace), ResourceKind.App, app, AccessLevel.Manage, CancellationToken.None);
    }

    [Fact]
    public async Task A_listed_resource_does_not_exist_for_others_and_ends_at_the_granted_level()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var app = GivenApp(workspace);
        var reader = await host.NewPersonAsync(owner, workspace, "editor");
        var written = await owner.PutAsync(
            $"/api/v1/access/app/{app}",
            new { mode = "listed", grants = new[] { new { user_id = reader.Id, level = "use" } } });
        Assert.Equal(HttpStatusCode.OK, written.Status);
        Assert.Equal(reader.Email, written.Body.GetProperty("grants")[0].GetProperty("email").GetString());

        var listed = Somebody(workspace) with { UserId = reader.Id };
        await Access.EnsureAsync(listed, ResourceKind.App, app, AccessLevel.Use, CancellationToken.None);
        Assert.Equal("access.level_needed", await RefusalAsync(listed, app, AccessLevel.Edit));
        Assert.Equal("apps.not_found", await RefusalAsync(Somebody(workspace), app, AccessLevel.Use));
        var admin = Somebody(workspace) with { Role = "admin" };
        await Access.EnsureAsync(admin, ResourceKind.App, app, AccessLevel.Manage, CancellationToken.None);
    }

    [Fact]
    public async Task A_list_of_resources_leaves_out_what_is_not_mine_to_see()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var (open, hidden) = (GivenApp(workspace), GivenApp(workspace));
        await owner.PutAsync($"/api/v1/access/app/{hidden}", new { mode = "listed", grants = Array.Empty<object>() });

        var visible = await Access.VisibleAsync(
            Somebody(workspace), ResourceKind.App, [open, hidden], CancellationToken.None);

        Assert.Equal([open], visible);
        await Access.RemoveAsync(workspace, ResourceKind.App, hidden, CancellationToken.None);
        await Access.EnsureAsync(Somebody(workspace), ResourceKind.App, hidden, AccessLevel.Use, CancellationToken.None);
    }

    [Fact]
    public async Task Lists_name_members_only_and_resources_that_the_workspace_has()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var (_, other) = await host.NewWorkspaceAsync();
        var (mine, theirs) = (GivenApp(workspace), GivenApp(other));
        var stranger = new { mode = "listed", grants = new[] { new { user_id = Guid.Empty, level = "use" } } };

        Assert.Equal("access.not_a_member", (await owner.PutAsync($"/api/v1/access/app/{mine}", stranger)).Code);
        Assert.Equal("apps.not_found", (await owner.PutAsync($"/api/v1/access/app/{theirs}", stranger)).Code);
        Assert.Equal("knowledge.not_found", (await owner.GetAsync($"/api/v1/access/knowledge_base/{mine}")).Code);
        Assert.Equal("access.unknown_kind", (await owner.GetAsync($"/api/v1/access/user/{mine}")).Code);
    }

    [Fact]
    public async Task An_editor_who_makes_a_list_stays_on_it()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var app = GivenApp(workspace);
        var editor = await host.NewPersonAsync(owner, workspace, "editor");

        var written = await editor.Client.PutAsync(
            $"/api/v1/access/app/{app}", new { mode = "listed", grants = Array.Empty<object>() });

        var grant = Assert.Single(written.Body.GetProperty("grants").EnumerateArray());
        Assert.Equal(editor.Id, grant.GetProperty("user_id").GetGuid());
        Assert.Equal("manage", grant.GetProperty("level").GetString());
    }

    private Guid GivenApp(Guid workspace)
    {
        var id = Ids.New(host.Clock);
        KnownApps.Ids.Add((workspace, id));
        return id;
    }

    private async Task<string> RefusalAsync(Caller caller, Guid app, AccessLevel need)
        => (await Assert.ThrowsAsync<FaultException>(
            () => Access.EnsureAsync(caller, ResourceKind.App, app, need, CancellationToken.None))).Fault.Code;

    private Caller Somebody(Guid workspace) => new()
    {
        Kind = CallerKind.User,
        UserId = Ids.New(host.Clock),
        WorkspaceId = workspace,
        Role = "editor",
    };
}
