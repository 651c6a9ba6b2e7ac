using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Apps;

internal static class AppVersionEndpoints
{
    public static void MapAppVersionEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("/draft", FindDraftAsync).WithName("GetAppDraft").WithSummary("Read an app's draft");
        group.MapPut("/draft", SaveDraftAsync).WithName("SaveAppDraft").WithSummary("Save an app's draft")
            .RequirePermission(Permissions.Apps.Update);
        group.MapPost("/publish", PublishAsync).WithName("PublishApp").WithSummary("Publish an app's draft")
            .RequirePermission(Permissions.Apps.Publish);
        group.MapGet("/versions", ListAsync).WithName("ListAppVersions").WithSummary("List an app's versions");
        group.MapGet("/versions/{version:int}", FindAsync).WithName("GetAppVersion")
            .WithSummary("Read a published version with its configuration");
        group.MapPatch("/versions/{version:int}", RenameAsync).WithName("RenameAppVersion")
            .WithSummary("Name a published version").RequirePermission(Permissions.Apps.Update);
        group.MapPost("/rollback", RollBackAsync).WithName("RollBackApp")
            .WithSummary("Publish an old version again").RequirePermission(Permissions.Apps.Publish);
        group.MapGet("/start", StartAsync).WithName("GetAppStart")
            .WithSummary("Read what a conversation with the published app begins with")
            .RequirePermission(Permissions.Apps.Use);
        group.MapPost("/versions/{version:int}/restore", RestoreAsync).WithName("RestoreAppVersion")
            .WithSummary("Make an old version the draft").RequirePermission(Permissions.Apps.Update);
    }

    private static async Task<Ok<AppDraft>> FindDraftAsync(
        Guid id, CallerContext context, AppVersionService versions, CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.FindDraftAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<AppDraft>> SaveDraftAsync(
        Guid id,
        SaveDraft body,
        CallerContext context,
        AppVersionService versions,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.SaveDraftAsync(context.Caller, id, body, audit, cancellationToken));

    private static async Task<Ok<PublishedVersion>> PublishAsync(
        Guid id,
        PublishApp? body,
        CallerContext context,
        AppVersionService versions,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.PublishAsync(
            context.Caller, id, body ?? new PublishApp(), audit, cancellationToken));

    private static async Task<Ok<PublishedVersion>> RollBackAsync(
        Guid id,
        RollBackApp body,
        CallerContext context,
        AppVersionService versions,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.RollBackAsync(context.Caller, id, body, audit, cancellationToken));

    private static async Task<Ok<AppVersion>> RenameAsync(
        Guid id,
        int version,
        RenameVersion body,
        CallerContext context,
        AppVersionService versions,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.RenameAsync(context.Caller, id, version, body, audit, cancellationToken));

    private static async Task<Ok<Page<AppVersion>>> ListAsync(
        Guid id,
        int? limit,
        string? cursor,
        CallerContext context,
        AppVersionService versions,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.ListAsync(
            context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<AppVersionDetail>> FindAsync(
        Guid id, int version, CallerContext context, AppVersionService versions, CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.FindAsync(context.Caller, id, version, cancellationToken));

    private static async Task<Ok<AppStart>> StartAsync(
        Guid id, CallerContext context, AppVersionService versions, CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.StartAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<AppDraft>> RestoreAsync(
        Guid id,
        int version,
        CallerContext context,
        AppVersionService versions,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await versions.RestoreAsync(context.Caller, id, version, audit, cancellationToken));
}
