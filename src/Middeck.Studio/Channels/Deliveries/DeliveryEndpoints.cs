using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Channels.Deliveries;

internal static class DeliveryEndpoints
{
    public static void MapDeliveryEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/channels/{channelId:guid}/deliveries").WithTags("Channels")
            .RequirePermission(Permissions.Apps.Publish);
        group.MapGet("", ListAsync).WithName("ListDeliveries").WithSummary("List what went through a channel, newest first");
        group.MapGet("/{deliveryId:guid}", GetAsync).WithName("GetDelivery")
            .WithSummary("Read what was sent to a webhook, and what came back");
        group.MapPost("/{deliveryId:guid}/resend", ResendAsync).WithName("ResendDelivery")
            .WithSummary("Send an event to a webhook again, under the same webhook-id");
    }

    private static async Task<Ok<Page<Delivery>>> ListAsync(
        Guid id,
        Guid channelId,
        int? limit,
        string? cursor,
        CallerContext context,
        DeliveryService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(
            context.Caller, id, channelId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<DeliveryDetail>> GetAsync(
        Guid id,
        Guid channelId,
        Guid deliveryId,
        CallerContext context,
        DeliveryService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, channelId, deliveryId, cancellationToken));

    private static async Task<Accepted<Delivery>> ResendAsync(
        Guid id,
        Guid channelId,
        Guid deliveryId,
        CallerContext context,
        DeliveryService service,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Accepted(
            (string?)null, await service.ResendAsync(context.Caller, id, channelId, deliveryId, audit, cancellationToken));
}
