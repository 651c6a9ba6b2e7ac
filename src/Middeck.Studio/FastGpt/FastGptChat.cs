using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Models.Dialects.OpenAi;
using Middeck.Studio.Apps;
using Middeck.Studio.Calls;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;

namespace Middeck.Studio.FastGpt;

/// <summary>
/// Asks an app as FastGPT's clients do: with a <c>chatId</c> the platform remembers the talk and only the last message counts,
/// without one the caller sends the whole talk along.
/// </summary>
internal sealed class FastGptChat(
    PublishedApps published, EndUsers endUsers, GivenAttachments attachments, ExternalNames names, ChatRunner runner)
{
    private const int LongestName = 250;
    private const string Nameless = "DEFAULT-USER";

    public async Task<AppSnapshot> AppAsync(Caller caller, CancellationToken cancellationToken)
        => caller.AppId is { } id && await published.FindAsync(id, cancellationToken) is { } app
            && app.WorkspaceId == caller.WorkspaceId
                ? app
                : throw AppFaults.NotPublished();

    public async Task<ChatRun> StartAsync(
        Caller caller, FastGptRequest request, JsonElement body, CancellationToken cancellationToken)
    {
        RefuseName("chatId", request.ChatId);
        RefuseName("responseChatItemId", request.ResponseChatItemId);
        RefuseName("customUid", request.CustomUid);
        var app = await AppAsync(caller, cancellationToken);
        var talk = GivenTalk.Read(ChatCallReader.Messages(body));
        var name = string.IsNullOrEmpty(request.CustomUid) ? Nameless : request.CustomUid;
        var person = await endUsers.GetAsync(app.WorkspaceId, app.Id, name, cancellationToken);
        var chatId = string.IsNullOrEmpty(request.ChatId) ? null : request.ChatId;
        var conversation = chatId is null ? null : await names.FindConversationAsync(
            app.WorkspaceId, app.Id, person.EndUserId!.Value, chatId, cancellationToken);
        var question = new ChatRequest(
            app, ChatSource.Api, person, name, caller.KeyId, talk.Query, request.Variables ?? default, conversation)
        {
            Talk = chatId is null ? talk : talk with { History = [] },
            Files = await attachments.ToFilesAsync(
                new FileOwner(app.WorkspaceId, app.Id, person), talk.Attachments, cancellationToken),
        };
        var run = await runner.StartAsync(question, cancellationToken);
        await names.KeepAsync(run, conversation is null ? chatId : null, request.ResponseChatItemId);
        return run;
    }

    private static void RefuseName(string field, string? name)
    {
        if (name?.Length > LongestName || (name is not null && !StorableJson.IsStorable(name)))
        {
            throw new FaultException(Fault.Invalid(
                "invalid_value", $"{field} may have at most {LongestName} characters and no NUL.", field));
        }
    }
}
