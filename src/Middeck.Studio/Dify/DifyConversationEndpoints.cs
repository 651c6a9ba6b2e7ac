using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

internal static class DifyConversationEndpoints
{
    private const int LongestName = 255;

    public static void MapDifyConversationEndpoints(this IEndpointRouteBuilder root)
    {
        var routes = root.MapGroup("").AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync);
        routes.MapGet("/conversations", ListAsync).WithName("DifyListConversations").WithSummary("List conversations");
        routes.MapDelete("/conversations/{id}", DeleteAsync).WithName("DifyDeleteConversation")
            .WithSummary("Delete a conversation");
        routes.MapPost("/conversations/{id}/name", RenameAsync).WithName("DifyRenameConversation")
            .WithSummary("Rename a conversation");
    }

    // npm's dify-client also sends first_id and pinned; they mean nothing here and are left alone.
    private static async Task<Ok<DifyPage<DifyConversation>>> ListAsync(
        string? user,
        [FromQuery(Name = "last_id")] string? lastId,
        string? limit,
        [FromQuery(Name = "sort_by")] string? sortBy,
        DifyCaller caller,
        ConversationStore conversations,
        CancellationToken cancellationToken)
    {
        var size = DifyPaging.ReadLimit(limit);
        var order = Order(sortBy);
        var last = DifyIds.Optional("last_id", lastId);
        if (await caller.FindAsync(DifyCaller.Name(user, isNeeded: false), cancellationToken) is not { } person)
        {
            return last is null
                ? TypedResults.Ok(DifyPage<DifyConversation>.Of([], size))
                : throw DifyCursorFaults.NoLastConversation();
        }

        if (last is { } id
            && await conversations.FindAsync(caller.WorkspaceId, person, caller.AppId, id, cancellationToken) is null)
        {
            throw DifyCursorFaults.NoLastConversation();
        }

        var rows = await conversations.ListAsync(
            new ConversationQuery(caller.WorkspaceId, person, caller.AppId, Draft: false, order, last, size + 1),
            cancellationToken);
        return TypedResults.Ok(DifyPage<DifyConversation>.Of(rows.ConvertAll(DifyConversation.Of), size));
    }

    private static async Task<NoContent> DeleteAsync(
        string id,
        [FromBody] DifyUserRequest? body,
        DifyCaller caller,
        ConversationStore conversations,
        ConversationRemoval removal,
        CancellationToken cancellationToken)
    {
        var row = await FindAsync(id, body?.User, caller, conversations, cancellationToken);
        await removal.RemoveAsync(caller.WorkspaceId, row.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DifyConversation>> RenameAsync(
        string id,
        DifyRenameRequest? body,
        DifyCaller caller,
        ConversationStore conversations,
        CancellationToken cancellationToken)
    {
        var automatic = body?.AutoGenerate ?? false;
        if (!automatic && string.IsNullOrWhiteSpace(body?.Name))
        {
            throw DifyFaults.Invalid("name", "name is required when auto_generate is false.");
        }

        if (!automatic && (body!.Name!.Length > LongestName || !StorableJson.IsStorable(body.Name)))
        {
            throw DifyFaults.Invalid("name", $"name may have at most {LongestName} characters and no NUL.");
        }

        var row = await FindAsync(id, body?.User, caller, conversations, cancellationToken);
        var name = automatic
            ? ConversationName.From(
                await conversations.FirstQueryAsync(caller.WorkspaceId, row.Id, cancellationToken) ?? "")
            : body!.Name!;
        await conversations.RenameAsync(caller.WorkspaceId, row.Id, name, cancellationToken);
        return TypedResults.Ok(DifyConversation.Of(row with { Name = name }));
    }

    private static async Task<ConversationRow> FindAsync(
        string id,
        string? user,
        DifyCaller caller,
        ConversationStore conversations,
        CancellationToken cancellationToken)
    {
        var conversationId = DifyIds.Required("conversation_id", id);
        return await caller.FindAsync(DifyCaller.Name(user, isNeeded: false), cancellationToken) is { } person
            && await conversations.FindAsync(
                caller.WorkspaceId, person, caller.AppId, conversationId, cancellationToken) is { } row
                ? row
                : throw ConversationFaults.NotFound();
    }

    private static ConversationOrder Order(string? sortBy) => sortBy switch
    {
        null or "" or "-updated_at" => new ConversationOrder(ByUpdate: true, NewestFirst: true),
        "updated_at" => new ConversationOrder(ByUpdate: true, NewestFirst: false),
        "-created_at" => new ConversationOrder(ByUpdate: false, NewestFirst: true),
        "created_at" => new ConversationOrder(ByUpdate: false, NewestFirst: false),
        _ => throw DifyFaults.Invalid(
            "sort_by", "sort_by must be one of: created_at, -created_at, updated_at, -updated_at."),
    };
}
