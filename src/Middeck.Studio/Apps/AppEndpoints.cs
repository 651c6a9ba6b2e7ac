using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Apps;

internal static class AppEndpoints
{
    public static void MapAppEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("", ListAsync).WithName("ListApps").WithSummary("List apps");
        group.MapPost("", CreateAsync).WithName("CreateApp").WithSummary("Make an app")
            .RequirePermission(Permissions.Apps.Create);
        group.MapGet("/{id:guid}", FindAsync).WithName("GetApp").WithSummary("Read an app");
        group.MapPatch("/{id:guid}", UpdateAsync).WithName("UpdateApp").WithSummary("Rename an app")
            .RequirePermission(Permissions.Apps.Update);
        group.MapPost("/{id:guid}/copy", CopyAsync).WithName("CopyApp")
            .WithSummary("Make another app of an app's draft").RequirePermission(Permissions.Apps.Create);
        group.MapPut("/{id:guid}/favourite", MarkAsync).WithName("MarkApp").WithSummary("Make an app a favourite of mine");
        group.MapDelete("/{id:guid}/favourite", UnmarkAsync).WithName("UnmarkApp")
            .WithSummary("Make an app a favourite of mine no more");
    }

    private static async Task<Ok<Page<App>>> ListAsync(
        [AsParameters] AppListQuery query,
        CallerContext context,
        AppService apps,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await apps.ListAsync(
            context.Caller, query.ToFilter(), PageRequest.Parse(query.Limit, query.Cursor), cancellationToken));

    private static async Task<Created<App>> CreateAsync(
        CreateApp body, CallerContext context, AppService apps, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await apps.CreateAsync(context.Caller, body, audit, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{app.Id}", app);
    }

    private static async Task<Ok<App>> FindAsync(
        Guid id, CallerContext context, AppService apps, CancellationToken cancellationToken)
        => TypedResults.Ok(await apps.FindAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<App>> UpdateAsync(
        Guid id,
        UpdateApp body,
        CallerContext context,
        AppService apps,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await apps.UpdateAsync(context.Caller, id, body, audit, cancellationToken));

    private static async Task<Created<App>> CopyAsync(
        Guid id,
        CopyApp? body,
        CallerContext context,
        AppService apps,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var app = await apps.CopyAsync(context.Caller, id, body?.Name, audit, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{app.Id}", app);
    }

    private static async Task<NoContent> MarkAsync(
        Guid id, CallerContext context, AppService apps, AuditTrail audit, CancellationToken cancellationToken)
    {
        await apps.MarkAsync(context.Caller, context.UserId, id, isFavourite: true, audit, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UnmarkAsync(
        Guid id, CallerContext context, AppService apps, AuditTrail audit, CancellationToken cancellationToken)
    {
        await apps.MarkAsync(context.Caller, context.UserId, id, isFavourite: false, audit, cancellationToken);
        return TypedResults.NoContent();
    }
}
