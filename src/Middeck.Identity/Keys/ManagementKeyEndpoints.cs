using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;

namespace Middeck.Identity.Keys;

internal static class ManagementKeyEndpoints
{
    public static void MapManagementKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/management-keys").WithTags("Keys")
            .RequirePermission(Permissions.Keys.Manage);
        group.MapGet("", ListAsync).WithName("ListManagementKeys").WithSummary("List the md- keys of the workspace");
        group.MapPost("", CreateAsync).WithName("CreateManagementKey").WithSummary("Make an md- key");
        group.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeManagementKey").WithSummary("Revoke an md- key");
    }

    private static async Task<Ok<Page<ApiKey>>> ListAsync(
        int? limit, string? cursor, CallerContext caller, IApiKeys keys, CancellationToken cancellationToken)
        => TypedResults.Ok(await keys.ListAsync(
            caller.WorkspaceId, ApiKeyKind.Management, null, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<NewApiKey>> CreateAsync(
        CreateManagementKey request,
        CallerContext caller,
        IApiKeys keys,
        AuditTrail audit,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        // Only people: a key that makes keys would outlive its own revocation.
        var creator = caller.UserId;
        var scopes = request.Scopes.Distinct(StringComparer.Ordinal).ToArray();
        EnsureAllowed(scopes, caller.Caller);
        if (request.ExpiresAt <= clock.GetUtcNow())
        {
            throw new FaultException(Fault.Invalid("keys.expired", "expires_at must be in the future.", "expires_at"));
        }

        var key = await keys.CreateAsync(
            new CreateApiKey(
                caller.WorkspaceId, ApiKeyKind.Management, request.Name, null, scopes, request.ExpiresAt, creator),
            cancellationToken);
        audit.About("management_key", key.Id, key.Name).Change(null, new { key.Name, scopes, request.ExpiresAt });
        return TypedResults.Created((string?)null, key);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, CallerContext caller, IApiKeys keys, AuditTrail audit, CancellationToken cancellationToken)
    {
        audit.About("management_key", id);
        return await keys.RevokeAsync(caller.WorkspaceId, ApiKeyKind.Management, id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("keys.not_found", "The workspace has no such key.");
    }

    private static void EnsureAllowed(string[] scopes, Caller caller)
    {
        foreach (var scope in scopes)
        {
            if (!Permissions.All.TryGetValue(scope, out var permission) || permission.Scope != PermissionScope.Workspace)
            {
                throw new FaultException(Fault.Invalid(
                    "keys.unknown_scope", "A scope must be the name of a workspace permission.", "scopes"));
            }

            if (!caller.Has(scope))
            {
                throw new FaultException(Fault.Forbidden(scope));
            }
        }
    }
}
