using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Changes;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Workspaces;

internal static class WorkspaceEndpoints
{
    public static void MapWorkspaces(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/workspaces").WithTags("Workspaces");
        group.MapGet("", ListAsync).WithName("ListWorkspaces").WithSummary("List my workspaces")
            .RequirePermission(Permissions.Account.Self);
        group.MapPost("", CreateAsync).WithName("CreateWorkspace").WithSummary("Create a workspace that I own")
            .RequirePermission(Permissions.Account.Self);
        group.MapGet("/{workspaceId}", ReadAsync).WithName("GetWorkspace").WithSummary("Read a workspace")
            .RequirePermission(Permissions.Workspaces.Read);
        group.MapPatch("/{workspaceId}", UpdateAsync).WithName("UpdateWorkspace").WithSummary("Rename a workspace")
            .RequirePermission(Permissions.Workspaces.Update);
        group.MapDelete("/{workspaceId}", DeleteAsync).WithName("DeleteWorkspace")
            .WithSummary("Delete a workspace with all that is in it")
            .RequirePermission(Permissions.Workspaces.Delete);
    }

    private static async Task<Ok<Page<Workspace>>> ListAsync(
        int? limit, string? cursor, CallerContext caller, WorkspaceStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await store.ListAsync(caller.UserId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<Workspace>> CreateAsync(
        CreateWorkspace request,
        CallerContext caller,
        Database database,
        WorkspaceStore store,
        IdentityChanges changes,
        AuditTrail audit,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var userId = caller.UserId;
        await database.InTransactionAsync(
            sql => WorkspaceStore.InsertAsync(
                sql, id, request.Name.Trim(), userId, clock.GetUtcNow(), cancellationToken),
            cancellationToken);
        await changes.PersonAsync(userId, cancellationToken);
        var workspace = await FindAsync(store, id, userId, cancellationToken);
        audit.About("workspace", id, workspace.Name).Change(null, new { workspace.Name }).By(userId, id, caller.Caller.Name);
        return TypedResults.Created($"/api/v1/workspaces/{id}", workspace);
    }

    private static async Task<Ok<Workspace>> ReadAsync(
        string workspaceId, CallerContext caller, WorkspaceStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await FindAsync(store, caller.WorkspaceId, caller.Caller.UserId, cancellationToken));

    private static async Task<Ok<Workspace>> UpdateAsync(
        string workspaceId,
        UpdateWorkspace request,
        CallerContext caller,
        WorkspaceStore store,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var id = caller.WorkspaceId;
        var before = await FindAsync(store, id, caller.Caller.UserId, cancellationToken);
        if (request.Name is { } name)
        {
            await store.RenameAsync(id, name.Trim(), cancellationToken);
        }

        var after = await FindAsync(store, id, caller.Caller.UserId, cancellationToken);
        audit.About("workspace", id, after.Name).Change(new { before.Name }, new { after.Name });
        return TypedResults.Ok(after);
    }

    private static async Task<Results<Accepted<ErasureStarted>, ProblemHttpResult>> DeleteAsync(
        string workspaceId,
        [FromBody] DeleteWorkspace request,
        CallerContext caller,
        WorkspaceStore store,
        WorkspaceDeletion deletion,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var workspace = await FindAsync(store, caller.WorkspaceId, caller.Caller.UserId, cancellationToken);
        if (request.ConfirmName != workspace.Name)
        {
            return Problems.Invalid(
                "workspaces.name_mismatch", "confirm_name must be the workspace's name, exactly.", "confirm_name");
        }

        audit.About("workspace", workspace.Id, workspace.Name).Change(new { workspace.Name }, null);
        return TypedResults.Accepted(
            (string?)null,
            new ErasureStarted(await deletion.StartAsync(workspace.Id, workspace.Name, caller.Caller.UserId, cancellationToken)));
    }

    private static async Task<Workspace> FindAsync(
        WorkspaceStore store, Guid id, Guid? userId, CancellationToken cancellationToken)
        => await store.FindAsync(id, userId, cancellationToken) ?? throw new FaultException(WorkspaceFaults.NotFound);
}
