using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Variables;

namespace Middeck.Studio.Dify;

internal static class DifyVariableEndpoints
{
    public static void MapDifyVariableEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/conversations/{id}/variables", ListAsync)
            .AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync).WithName("DifyListConversationVariables")
            .WithSummary("List the variables of a conversation");
        routes.MapPut("/conversations/{id}/variables/{variableId}", SetAsync)
            .AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync).WithName("DifyUpdateConversationVariable")
            .WithSummary("Set a variable of a conversation");
    }

    private static async Task<Ok<DifyPage<DifyVariable>>> ListAsync(
        string id,
        string? user,
        [FromQuery(Name = "last_id")] string? lastId,
        string? limit,
        [FromQuery(Name = "variable_name")] string? variableName,
        DifyCaller caller,
        ConversationStore conversations,
        VariableStore variables,
        CancellationToken cancellationToken)
    {
        var size = DifyPaging.ReadLimit(limit);
        var last = DifyIds.Optional("last_id", lastId);
        var conversation = await FindAsync(id, user, caller, conversations, cancellationToken);
        if (last is { } after
            && await variables.FindAsync(caller.WorkspaceId, conversation, after, cancellationToken) is null)
        {
            throw VariableFaults.NotFound();
        }

        var name = string.IsNullOrEmpty(variableName) ? null : variableName;
        if (name is not null && !StorableJson.IsStorable(name))
        {
            throw DifyFaults.Invalid("variable_name", "variable_name holds a character that no name has.");
        }

        var rows = await variables.ListAsync(
            caller.WorkspaceId, conversation, last, name, size + 1, cancellationToken);
        return TypedResults.Ok(DifyPage<DifyVariable>.Of(rows.ConvertAll(DifyVariable.Of), size));
    }

    private static async Task<Ok<DifyVariable>> SetAsync(
        string id,
        string variableId,
        DifyVariableRequest? body,
        DifyCaller caller,
        ConversationStore conversations,
        VariableStore variables,
        CancellationToken cancellationToken)
    {
        var key = DifyIds.Required("variable_id", variableId);
        var value = body?.Value ?? throw DifyFaults.Missing("value");
        var conversation = await FindAsync(id, body.User, caller, conversations, cancellationToken);
        var variable = await variables.FindAsync(caller.WorkspaceId, conversation, key, cancellationToken)
            ?? throw VariableFaults.NotFound();
        Refuse(variable.ValueType, value);
        var saved = await variables.SetAsync(caller.WorkspaceId, variable, value.GetRawText(), cancellationToken)
            ?? throw VariableFaults.NotFound();
        return TypedResults.Ok(DifyVariable.Of(saved));
    }

    private static void Refuse(string type, JsonElement value)
    {
        if (!VariableType.Fits(type, value))
        {
            throw VariableFaults.WrongType(type);
        }

        if (!StorableJson.IsStorable(value))
        {
            throw VariableFaults.Unstorable();
        }

        if (Encoding.UTF8.GetByteCount(value.GetRawText()) > VariableDefinition.LargestValue)
        {
            throw VariableFaults.TooLarge();
        }
    }

    private static async Task<Guid> FindAsync(
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
                ? row.Id
                : throw ConversationFaults.NotFound();
    }
}
