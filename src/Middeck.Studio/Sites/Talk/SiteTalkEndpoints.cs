using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Visitors;
using Middeck.Studio.Suggestions;

namespace Middeck.Studio.Sites.Talk;

/// <summary>What the console's chat asks of <c>/api/v1</c>, for visitors.</summary>
internal static class SiteTalkEndpoints
{
    public static void MapSiteTalkEndpoints(this IEndpointRouteBuilder group)
    {
        group.MapGet("/conversations", ListAsync).WithName("ListSiteConversations")
            .WithSummary("List the visitor's own conversations");
        group.MapGet("/conversations/{id:guid}", FindAsync).WithName("GetSiteConversation")
            .WithSummary("Read one of them, without its messages");
        group.MapPatch("/conversations/{id:guid}", RenameAsync).WithName("RenameSiteConversation")
            .WithSummary("Rename a conversation");
        group.MapDelete("/conversations/{id:guid}", DeleteAsync).WithName("DeleteSiteConversation")
            .WithSummary("Delete a conversation");
        group.MapPut("/conversations/{id:guid}/current", ChooseAsync).WithName("ChooseSiteBranch")
            .WithSummary("Choose which of several answers, or questions, is read and gone on with");
        group.MapGet("/conversations/{id:guid}/messages", MessagesAsync).WithName("ListSiteMessages")
            .WithSummary("Read a conversation, oldest first; the cursor leads to older messages");
        group.MapGet("/results", ResultsAsync).WithName("ListSiteResults")
            .WithSummary("List the visitor's own runs of an app that has no conversations, newest first");
        group.MapPost("/messages/{id:guid}/feedback", RateAsync).WithName("RateSiteMessage")
            .WithSummary("Say what one thinks of an answer");
        group.MapGet("/messages/{id:guid}/suggested", SuggestAsync).WithName("ListSiteSuggestions")
            .WithSummary("Read what could be asked after an answer");
    }

    private static async Task<Ok<Page<SiteConversation>>> ListAsync(
        string token, int? limit, string? cursor, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.ListAsync(
            await door.EnterAsync(token, request, cancellationToken), PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<SiteConversation>> FindAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(SiteConversation.Of(await talks.FindAsync(
            await door.EnterAsync(token, request, cancellationToken), id, cancellationToken)));

    private static async Task<Ok<SiteConversation>> RenameAsync(
        string token, Guid id, RenameConversation body, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.RenameAsync(
            await door.EnterAsync(token, request, cancellationToken), id, body.Name, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
    {
        await talks.DeleteAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<CurrentMessage>> ChooseAsync(
        string token, Guid id, ChooseBranch body, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.ChooseAsync(
            await door.EnterAsync(token, request, cancellationToken), id, body.MessageId, cancellationToken));

    private static async Task<Ok<Page<SiteMessage>>> MessagesAsync(
        string token, Guid id, int? limit, string? cursor, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.MessagesAsync(
            await door.EnterAsync(token, request, cancellationToken), id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<Page<SiteMessage>>> ResultsAsync(
        string token, int? limit, string? cursor, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.ResultsAsync(
            await door.EnterAsync(token, request, cancellationToken), PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<NoContent> RateAsync(
        string token, Guid id, RateMessage body, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
    {
        await talks.RateAsync(await door.EnterAsync(token, request, cancellationToken), id, body, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SuggestedQuestions>> SuggestAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, SiteTalks talks, CancellationToken cancellationToken)
        => TypedResults.Ok(await talks.SuggestAsync(
            await door.EnterAsync(token, request, cancellationToken), id, cancellationToken));
}
