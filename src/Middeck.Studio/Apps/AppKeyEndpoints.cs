using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Keys;

namespace Middeck.Studio.Apps;

internal static class AppKeyEndpoints
{
    public static void MapAppKeyEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/api-keys").WithTags("Apps")
            .RequirePermission(Permissions.Apps.Keys);
        group.MapGet("", ListAsync).WithName("ListAppKeys").WithSummary("List an app's keys");
        group.MapPost("", CreateAsync).WithName("CreateAppKey").WithSummary("Make a key for an app");
        group.MapDelete("/{keyId:guid}", DeleteAsync).WithName("DeleteAppKey").WithSummary("Revoke a key of an app");
    }

    private static async Task<Ok<Page<ApiKey>>> ListAsync(
        Guid id,
        int? limit,
        string? cursor,
        CallerContext context,
        AppKeyService keys,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await keys.ListAsync(
            context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<NewApiKey>> CreateAsync(
        Guid id,
        CreateAppKey? body,
        CallerContext context,
        AppKeyService keys,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var key = await keys.CreateAsync(context.Caller, id, body?.Name ?? "", audit, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{id}/api-keys/{key.Id}", key);
    }

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        Guid keyId,
        CallerContext context,
        AppKeyService keys,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await keys.RevokeAsync(context.Caller, id, keyId, audit, cancellationToken);
        return TypedResults.NoContent();
    }
}
