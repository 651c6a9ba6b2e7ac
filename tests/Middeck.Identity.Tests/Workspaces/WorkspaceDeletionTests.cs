using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Workspaces;
using Middeck.Identity.Tests.Hosting;
using Middeck.Identity.Workspaces;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tests.Workspaces;

public sealed class WorkspaceDeletionTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly string[] Scopes = ["apps.read"];

    [Fact]
    public async Task A_deleted_workspace_is_closed_at_once_and_then_erased()
    {
        var (owner, id) = await host.NewWorkspaceAsync("Old project");
        var person = await host.NewPersonAsync(owner, id, "editor");
        var key = (await owner.PostAsync(
            "/api/v1/management-keys", new { name = "k", scopes = Scopes })).Text("key");

        var unconfirmed = await owner.DeleteAsync($"/api/v1/workspaces/{id}", new { confirm_name = "old project" });
        Assert.Equal("workspaces.name_mismatch", unconfirmed.Code);
        var deleted = await owner.DeleteAsync($"/api/v1/workspaces/{id}", new { confirm_name = "Old project" });
        Assert.Equal(HttpStatusCode.Accepted, deleted.Status);

        Assert.Equal("workspaces.not_found", (await person.Client.GetAsync($"/api/v1/workspaces/{id}")).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous().With(key).GetAsync("/probe/caller")).Status);

        await EraseAsync(id, deleted.Body.GetProperty("job_id").GetGuid());
        Assert.Equal(0, await RowsAsync(id));
        var log = await (await host.LoginAsync()).GetAsync("/api/v1/admin/audit?action=erase_workspace");
        Assert.Contains(log.Data, entry => entry.GetProperty("object").GetProperty("name").GetString() == "Old project");
    }

    [Fact]
    public async Task A_job_made_by_hand_does_not_erase_a_workspace_that_is_in_use()
    {
        var (owner, id) = await host.NewWorkspaceAsync();

        await EraseAsync(id, Guid.Empty);

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/api/v1/workspaces/{id}")).Status);
    }

    private Task EraseAsync(Guid workspaceId, Guid jobId)
        => new EraseWorkspaceJob(host.Services.GetServices<IWorkspaceErasure>(), host.Database, host.Clock)
            .ExecuteAsync(new Context(jobId, workspaceId), CancellationToken.None);

    private Task<long> RowsAsync(Guid id) => host.Database.ScalarAsync<long>(
        $"""
        SELECT (SELECT count(*) FROM identity.workspace WHERE id = {id})
            + (SELECT count(*) FROM identity.member WHERE workspace_id = {id})
            + (SELECT count(*) FROM identity.invitation WHERE workspace_id = {id})
            + (SELECT count(*) FROM identity.api_key WHERE workspace_id = {id})
            + (SELECT count(*) FROM identity.audit WHERE workspace_id = {id})
            + (SELECT count(*) FROM identity.user WHERE default_workspace_id = {id})
        """,
        CancellationToken.None);

    private sealed record Context(Guid JobId, Guid WorkspaceId) : IJobContext
    {
        public Guid Subject => WorkspaceId;

        public string PayloadJson => "{}";

        public int Attempt => 1;

        public void Report(double progress, string? fact)
        {
        }
    }
}
