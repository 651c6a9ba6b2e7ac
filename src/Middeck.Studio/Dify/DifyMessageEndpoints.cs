using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Models.Gateway;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Suggestions;

namespace Middeck.Studio.Dify;

internal static class DifyMessageEndpoints
{
    private const int LongestContent = 4_000;

    public static void MapDifyMessageEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/messages", ListAsync).AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync).WithName("DifyListMessages").WithSummary("Read a conversation");
        routes.MapGet("/messages/{id}/suggested", SuggestAsync).AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync)
            .WithName("DifyGetSuggestedQuestions").WithSummary("Read what could be asked after an answer");
        routes.MapPost("/messages/{id}/feedbacks", RateAsync).WithName("DifySendFeedback").WithSummary("Rate an answer");
    }

    /// <summary>The latest messages, or those before <c>first_id</c>; inside a page the oldest comes first.</summary>
    private static async Task<Ok<DifyPage<DifyMessage>>> ListAsync(
        [FromQuery(Name = "conversation_id")] string? conversationId,
        string? user,
        [FromQuery(Name = "first_id")] string? firstId,
        string? limit,
        DifyCaller caller,
        ConversationStore conversations,
        MessageStore messages,
        FileLinks links,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var conversation = DifyIds.Required("conversation_id", conversationId);
        var first = DifyIds.Optional("first_id", firstId);
        var size = DifyPaging.ReadLimit(limit);
        if (await caller.FindAsync(DifyCaller.Name(user, isNeeded: false), cancellationToken) is not { } person
            || await conversations.FindAsync(
                caller.WorkspaceId, person, caller.AppId, conversation, cancellationToken) is null)
        {
            throw ConversationFaults.NotFound();
        }

        if (first is { } id
            && (await messages.FindAsync(caller.WorkspaceId, person, caller.AppId, id, cancellationToken))?
                .ConversationId != conversation)
        {
            throw DifyCursorFaults.NoFirstMessage();
        }

        var rows = await messages.ListBranchAsync(
            caller.WorkspaceId, conversation, first, size + 1, cancellationToken);
        var origin = $"{request.Scheme}://{request.Host}";
        var page = DifyPage<DifyMessage>.Of(rows.ConvertAll(row => DifyMessage.Of(row, Files(row))), size);
        return TypedResults.Ok(page with { Data = [.. page.Data.Reverse()] });

        List<DifyMessageFile> Files(MessageRow row) =>
        [
            .. row.Files.Select(file => DifyMessageFile.Of(file, UrlOf(file))),
            .. row.MadeFiles.Select(file => DifyMessageFile.Of(file, UrlOf(file), "assistant")),
        ];

        string UrlOf(MessageFile file) => origin + links.Of(caller.WorkspaceId, file.Id);
    }

    private static async Task<Ok<DifySuggestions>> SuggestAsync(
        string id, string? user, DifyCaller caller, SuggestionService suggestions, CancellationToken cancellationToken)
    {
        var name = DifyCaller.Name(user, isNeeded: true);
        var messageId = DifyIds.Required("message_id", id);
        var person = await caller.FindAsync(name, cancellationToken) ?? throw ConversationFaults.MessageNotFound();
        return TypedResults.Ok(new DifySuggestions(
            "success",
            await suggestions.FindAsync(
                new ModelCaller(caller.WorkspaceId, "app", KeyId: caller.Caller.KeyId, EndUser: name),
                person, caller.AppId, messageId, cancellationToken)));
    }

    private static async Task<Ok<DifyResult>> RateAsync(
        string id,
        DifyFeedbackRequest? body,
        DifyCaller caller,
        FeedbackStore feedback,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var name = DifyCaller.Name(body?.User, isNeeded: true);
        var messageId = DifyIds.Required("message_id", id);
        if (body?.Rating is not (null or "like" or "dislike"))
        {
            throw DifyFaults.Invalid("rating", "rating must be like, dislike or null.");
        }

        if (body?.Content is { } content && (content.Length > LongestContent || !StorableJson.IsStorable(content)))
        {
            throw DifyFaults.Invalid("content", $"content may have at most {LongestContent} characters and no NUL.");
        }

        var saved = await caller.FindAsync(name, cancellationToken) is { } person && await feedback.SaveAsync(
            caller.WorkspaceId, person, caller.AppId, messageId, body?.Rating, body?.Content, clock.GetUtcNow(),
            cancellationToken);
        return saved ? TypedResults.Ok(DifyResult.Success) : throw ConversationFaults.MessageNotFound();
    }
}
