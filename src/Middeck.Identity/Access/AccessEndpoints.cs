using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Roles;

namespace Middeck.Identity.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/access/{kind}/{resourceId:guid}").WithTags("Access")
            .RequirePermission(Permissions.Access.Grant);
        group.MapGet("", ReadAsync).WithName("GetAccess").WithSummary("See to whom an app or knowledge base is open");
        group.MapPut("", WriteAsync).WithName("SetAccess").WithSummary("Say to whom an app or knowledge base is open");
    }

    private static async Task<Ok<AccessList>> ReadAsync(
        string kind,
        Guid resourceId,
        CallerContext caller,
        IResourceAccess access,
        AccessStore store,
        IEnumerable<IResourceLookup> rooms,
        CancellationToken cancellationToken)
    {
        var resource = await EnsureAsync(
            kind, resourceId, AccessLevel.Use, caller, access, rooms, cancellationToken);
        return TypedResults.Ok(await store.ReadAsync(caller.WorkspaceId, resource, resourceId, cancellationToken));
    }

    private static async Task<Results<Ok<AccessList>, ProblemHttpResult>> WriteAsync(
        string kind,
        Guid resourceId,
        AccessList request,
        CallerContext caller,
        IResourceAccess access,
        AccessStore store,
        IEnumerable<IResourceLookup> rooms,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var resource = await EnsureAsync(
            kind, resourceId, AccessLevel.Manage, caller, access, rooms, cancellationToken);
        var before = await store.ReadAsync(caller.WorkspaceId, resource, resourceId, cancellationToken);
        if (!await store.WriteAsync(
            caller.WorkspaceId, resource, resourceId, WithCaller(request, caller.Caller), cancellationToken))
        {
            return Problems.Invalid(
                "access.not_a_member", "Everybody on the list must be a member of the workspace, once.", "grants");
        }

        var after = await store.ReadAsync(caller.WorkspaceId, resource, resourceId, cancellationToken);
        audit.About(kind, resourceId).Change(before, after);
        return TypedResults.Ok(after);
    }

    private static async Task<ResourceKind> EnsureAsync(
        string kind,
        Guid resourceId,
        AccessLevel need,
        CallerContext caller,
        IResourceAccess access,
        IEnumerable<IResourceLookup> rooms,
        CancellationToken cancellationToken)
    {
        ResourceKind resource = kind switch
        {
            "app" => ResourceKind.App,
            "knowledge_base" => ResourceKind.KnowledgeBase,
            _ => throw new FaultException(Fault.NotFound("access.unknown_kind", "The kind is app or knowledge_base.")),
        };
        var room = rooms.FirstOrDefault(room => room.Kind == resource);
        if (room is null || !await room.ExistsAsync(caller.WorkspaceId, resourceId, cancellationToken))
        {
            throw new FaultException(ResourceFaults.NotFound(resource));
        }

        await access.EnsureAsync(caller.Caller, resource, resourceId, need, cancellationToken);
        return resource;
    }

    // Whoever makes a list stays on it, or could not take it back.
    private static AccessList WithCaller(AccessList list, Caller caller)
        => list.Mode == AccessMode.Listed
            && caller is { UserId: { } userId, Role: not (RoleCatalogue.Owner or RoleCatalogue.Admin) }
                ? list with
                {
                    Grants =
                    [
                        .. list.Grants.Where(grant => grant.UserId != userId),
                        new AccessGrant(userId, null, null, AccessLevel.Manage),
                    ],
                }
                : list;
}
