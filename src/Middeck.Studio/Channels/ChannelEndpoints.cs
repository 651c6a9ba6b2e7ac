using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Audit;

namespace Middeck.Studio.Channels;

internal static class ChannelEndpoints
{
    public static void MapChannelEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/channels").WithTags("Channels")
            .RequirePermission(Permissions.Apps.Publish);
        group.MapGet("", ListAsync).WithName("ListChannels").WithSummary("List an app's webhooks and bots, newest first");
        group.MapPost("", CreateAsync).WithName("CreateChannel").WithSummary("Make a webhook or a bot of an app");
        group.MapGet("/{channelId:guid}", GetAsync).WithName("GetChannel").WithSummary("Read a channel");
        group.MapPatch("/{channelId:guid}", UpdateAsync).WithName("UpdateChannel")
            .WithSummary("Change a channel, or switch it on or off");
        group.MapDelete("/{channelId:guid}", DeleteAsync).WithName("DeleteChannel").WithSummary("Delete a channel");
        group.MapPost("/{channelId:guid}/rotate-secret", RotateAsync).WithName("RotateChannelSecret")
            .WithSummary("Give a webhook another secret; the former one is valid for a day more");
        group.MapPost("/{channelId:guid}/test", TestAsync).WithName("TestChannel")
            .WithSummary("Call a webhook with a test event, or try a bot's secrets").WithoutAudit();
    }

    private static async Task<Ok<Page<Channel>>> ListAsync(
        Guid id, int? limit, string? cursor, CallerContext context, ChannelService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(
            context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<NewChannel>> CreateAsync(
        Guid id, CreateChannel body, CallerContext context, ChannelService service, CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, id, body, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{id}/channels/{created.Channel.Id}", created);
    }

    private static async Task<Ok<Channel>> GetAsync(
        Guid id, Guid channelId, CallerContext context, ChannelService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, channelId, cancellationToken));

    private static async Task<Ok<Channel>> UpdateAsync(
        Guid id,
        Guid channelId,
        UpdateChannel body,
        CallerContext context,
        ChannelService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, channelId, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid channelId, CallerContext context, ChannelService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, channelId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RotatedSecret>> RotateAsync(
        Guid id, Guid channelId, CallerContext context, ChannelService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.RotateAsync(context.Caller, id, channelId, cancellationToken));

    private static async Task<Ok<ChannelCheck>> TestAsync(
        Guid id, Guid channelId, CallerContext context, ChannelTester tester, CancellationToken cancellationToken)
        => TypedResults.Ok(await tester.TestAsync(context.Caller, id, channelId, cancellationToken));
}
