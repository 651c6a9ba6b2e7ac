using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Audit;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Triggers;

internal static class TriggerEndpoints
{
    public static void MapTriggerEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/triggers").WithTags("Workflows")
            .RequirePermission(Permissions.Apps.Update);
        group.MapGet("", ListAsync).WithName("ListTriggers")
            .WithSummary("List what starts an app's runs by itself, with addresses and times");
        group.MapPatch("/{triggerId:guid}", SwitchAsync).WithName("UpdateTrigger").WithSummary("Switch a trigger on or off")
            .RequirePermission(Permissions.Apps.Publish);
        group.MapGet("/{triggerId:guid}/listen", ListenAsync).WithName("ListenToTrigger")
            .WithSummary("Let calls of a webhook's debug address run the draft, and hear of the runs")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").WithoutAudit();
    }

    private static async Task<Ok<TriggerList>> ListAsync(
        Guid id, CallerContext context, TriggerService triggers, CancellationToken cancellationToken)
        => TypedResults.Ok(await triggers.ListAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<TriggerInfo>> SwitchAsync(
        Guid id,
        Guid triggerId,
        UpdateTrigger body,
        CallerContext context,
        TriggerService triggers,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await triggers.SwitchAsync(context.Caller, id, triggerId, body, audit, cancellationToken));

    private static async Task<RunStreamResult> ListenAsync(
        Guid id, Guid triggerId, CallerContext context, TriggerService triggers, CancellationToken cancellationToken)
        => new(
            await triggers.ListenAsync(context.Caller, context.UserId, id, triggerId, cancellationToken), SseWriter.CommentPing);
}
