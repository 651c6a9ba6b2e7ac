using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Identity.Audit;

internal static class AuditLogEndpoints
{
    public static void MapAuditLog(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/audit", ListAsync).WithName("ListAudit").WithSummary("Read the workspace's audit log")
            .WithTags("Audit").RequirePermission(Permissions.Audit.Read);
        routes.MapGet("/api/v1/admin/audit", ListAllAsync).WithName("ListInstallationAudit")
            .WithSummary("Read the audit log of the installation")
            .WithTags("Administration").RequirePermission(Permissions.Installation.Audit);
    }

    private static async Task<Ok<Page<AuditEntry>>> ListAsync(
        [AsParameters] AuditQuery query, CallerContext caller, AuditStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await store.ListAsync(caller.WorkspaceId, query.Filter(), query.Page(), cancellationToken));

    private static async Task<Ok<Page<AuditEntry>>> ListAllAsync(
        [AsParameters] AuditQuery query, AuditStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await store.ListAsync(null, query.Filter(), query.Page(), cancellationToken));
}
