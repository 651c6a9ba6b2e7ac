using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Shares;

internal static class ShareEndpoints
{
    public static void MapShareEndpoints(this IEndpointRouteBuilder group)
    {
        group.MapGet("/conversations/{id:guid}/share", FindAsync).WithName("GetSiteShare")
            .WithSummary("Read whether a conversation is shared");
        group.MapPut("/conversations/{id:guid}/share", ShareAsync).WithName("ShareSiteConversation")
            .WithSummary("Share a conversation as it stands");
        group.MapDelete("/conversations/{id:guid}/share", WithdrawAsync).WithName("WithdrawSiteShare")
            .WithSummary("Share a conversation no more");
        group.MapGet("/shares/{shareId}", ReadAsync).WithName("ReadSharedConversation")
            .WithSummary("Read a conversation that somebody shared");
    }

    private static async Task<Results<Ok<SiteShare>, NoContent>> FindAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, ShareService shares, CancellationToken cancellationToken)
        => await shares.FindAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken) is { } share
            ? TypedResults.Ok(share)
            : TypedResults.NoContent();

    private static async Task<Ok<SiteShare>> ShareAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, ShareService shares, CancellationToken cancellationToken)
        => TypedResults.Ok(await shares.ShareAsync(
            await door.EnterAsync(token, request, cancellationToken), id, cancellationToken));

    private static async Task<NoContent> WithdrawAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, ShareService shares, CancellationToken cancellationToken)
    {
        await shares.WithdrawAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SharedConversation>> ReadAsync(
        string token, string shareId, HttpRequest request, SiteDoor door, ShareService shares, CancellationToken cancellationToken)
        => TypedResults.Ok(await shares.ReadAsync(
            await door.EnterAsync(token, request, cancellationToken), shareId, cancellationToken));
}
