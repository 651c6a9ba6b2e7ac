using System.Net;
using Middeck.Core.Security;
using Middeck.Identity.Roles;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Roles;

public sealed class RoleMatrixTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    // O owner, A admin, E editor, P operator, D dataset_operator, V viewer.
    private const string Matrix = """
        access.grant OAE
        apps.create OAE
        apps.delete OAE
        apps.keys OAE
        apps.logs OAEP
        apps.override OA
        apps.publish OAE
        apps.read OAEPV
        apps.update OAE
        apps.use OAEPV
        audit.read OAP
        errors.read OAP
        jobs.cancel OAEPD
        jobs.read OAEPD
        keys.manage OA
        knowledge.create OAED
        knowledge.delete OAED
        knowledge.keys OAE
        knowledge.read OAEPDV
        knowledge.retrieve OAEPDV
        knowledge.update OAED
        members.invite OA
        members.read OAEPDV
        members.remove OA
        members.update OA
        models.invoke OAEP
        models.manage OAP
        models.read OAEPDV
        models.usage OAP
        workspaces.delete O
        workspaces.read OAEPDV
        workspaces.update OA
        """;

    [Fact]
    public void Who_may_do_what_changes_only_on_purpose()
    {
        var letters = RoleCatalogue.All.Zip("OAEPDV");
        var actual = Permissions.All.Values
            .Where(permission => permission.Scope == PermissionScope.Workspace)
            .OrderBy(permission => permission.Name, StringComparer.Ordinal)
            .Select(permission => permission.Name + " "
                + string.Concat(letters.Where(pair => pair.First.Permissions.Contains(permission.Name)).Select(pair => pair.Second)));

        Assert.Equal(Matrix, string.Join('\n', actual));
    }

    [Theory]
    [InlineData("owner", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("editor", HttpStatusCode.OK)]
    [InlineData("operator", HttpStatusCode.Forbidden)]
    [InlineData("dataset_operator", HttpStatusCode.Forbidden)]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    public async Task The_server_holds_people_to_their_role(string role, HttpStatusCode expected)
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, role);

        var answer = await person.Client.PostAsync("/probe/apps");

        Assert.Equal(expected, answer.Status);
        if (expected == HttpStatusCode.Forbidden)
        {
            Assert.Equal("auth.forbidden", answer.Code);
            Assert.Equal("apps.create", answer.Text("permission"));
        }
    }

    [Fact]
    public async Task Roles_and_permissions_can_be_listed_by_everybody_who_is_signed_in()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");

        Assert.Equal(6, (await person.Client.GetAsync("/api/v1/roles")).Data.Count());
        var catalogue = (await person.Client.GetAsync("/api/v1/permissions")).Data;
        Assert.Contains(catalogue, permission =>
            permission.GetProperty("name").GetString() == "apps.read" && permission.GetProperty("scope").GetString() == "workspace");
    }

    [Theory]
    [InlineData("/api/v1/admin/users", "installation.users")]
    [InlineData("/api/v1/admin/workspaces", "installation.workspaces")]
    [InlineData("/api/v1/admin/audit", "installation.audit")]
    public async Task An_owner_of_a_workspace_is_no_administrator_of_the_installation(string path, string permission)
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "owner");

        var answer = await person.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(permission, answer.Text("permission"));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path)).Status);
    }
}
