using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Conversations;

internal static class ConversationEndpoints
{
    public static void MapConversationEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("Conversations").RequirePermission(Permissions.Apps.Use);
        group.MapGet("/apps/{id:guid}/conversations", ListOfAppAsync).WithName("ListAppConversations")
            .WithSummary("List one's own conversations with an app");
        group.MapGet("/conversations", ListAsync).WithName("ListConversations")
            .WithSummary("List one's own conversations with all apps, or those whose name or questions hold a text");
        group.MapGet("/apps/{id:guid}/results", ResultsAsync).WithName("ListAppResults")
            .WithSummary("List one's own runs of an app that has no conversations, newest first");
        group.MapGet("/conversations/{id:guid}", FindAsync).WithName("GetConversation")
            .WithSummary("Read one of one's own conversations, without its messages");
        group.MapPatch("/conversations/{id:guid}", RenameAsync).WithName("RenameConversation")
            .WithSummary("Rename a conversation");
        group.MapDelete("/conversations/{id:guid}", DeleteAsync).WithName("DeleteConversation")
            .WithSummary("Delete a conversation");
        group.MapPut("/conversations/{id:guid}/current", ChooseAsync).WithName("ChooseBranch")
            .WithSummary("Choose which of several answers, or questions, is read and gone on with");
        group.MapGet("/conversations/{id:guid}/messages", MessagesAsync).WithName("ListMessages")
            .WithSummary("Read a conversation, oldest first; the cursor leads to older messages");
        group.MapPost("/messages/{id:guid}/feedback", RateAsync).WithName("RateMessage")
            .WithSummary("Say what one thinks of an answer");
    }

    private static async Task<Ok<Page<Conversation>>> ListOfAppAsync(
        Guid id,
        bool? draft,
        int? limit,
        string? cursor,
        CallerContext context,
        ConversationService conversations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.ListAsync(
            context.Caller, Person.User(context.UserId), id, draft ?? false, search: null, PageRequest.Parse(limit, cursor),
            cancellationToken));

    private static async Task<Ok<Page<Conversation>>> ListAsync(
        string? query,
        int? limit,
        string? cursor,
        CallerContext context,
        ConversationService conversations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.ListAsync(
            context.Caller, Person.User(context.UserId), appId: null, draft: false, query, PageRequest.Parse(limit, cursor),
            cancellationToken));

    private static async Task<Ok<Page<Message>>> ResultsAsync(
        Guid id,
        bool? draft,
        int? limit,
        string? cursor,
        CallerContext context,
        ConversationService conversations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.ResultsAsync(
            context.Caller, Person.User(context.UserId), id, draft ?? false, PageRequest.Parse(limit, cursor),
            cancellationToken));

    private static async Task<Ok<Conversation>> FindAsync(
        Guid id, CallerContext context, ConversationService conversations, CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.FindAsync(
            context.Caller, Person.User(context.UserId), id, cancellationToken));

    private static async Task<Ok<Conversation>> RenameAsync(
        Guid id,
        RenameConversation body,
        CallerContext context,
        ConversationService conversations,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.RenameAsync(
            context.Caller, Person.User(context.UserId), id, body.Name, audit, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        CallerContext context,
        ConversationService conversations,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await conversations.DeleteAsync(context.Caller, Person.User(context.UserId), id, audit, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<CurrentMessage>> ChooseAsync(
        Guid id,
        ChooseBranch body,
        CallerContext context,
        ConversationService conversations,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.ChooseAsync(
            context.Caller, Person.User(context.UserId), id, body.MessageId, audit, cancellationToken));

    private static async Task<Ok<Page<Message>>> MessagesAsync(
        Guid id,
        int? limit,
        string? cursor,
        CallerContext context,
        ConversationService conversations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await conversations.MessagesAsync(
            context.Caller, Person.User(context.UserId), id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<NoContent> RateAsync(
        Guid id,
        RateMessage body,
        CallerContext context,
        ConversationService conversations,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await conversations.RateAsync(
            context.Caller, Person.User(context.UserId), id, body, audit, cancellationToken);
        return TypedResults.NoContent();
    }
}
