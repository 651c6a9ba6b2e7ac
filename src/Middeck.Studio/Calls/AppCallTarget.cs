using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Models.Calls;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;

namespace Middeck.Studio.Calls;

/// <summary>
/// Lets the app behind an <c>app-</c> key answer the calls of the model APIs: each call is a conversation of its own, whose
/// earlier turns the caller sends along. Whatever model is named, the app's own answers.
/// </summary>
internal sealed class AppCallTarget(
    PublishedApps published, EndUsers endUsers, GivenAttachments attachments, ChatRunner runner) : ICallTarget
{
    // As in Dify's API, for callers who name nobody.
    private const string Nameless = "DEFAULT-USER";

    public bool Answers(Caller caller) => caller.AppId is not null;

    public async Task<IReadOnlyList<CallModel>> ModelsAsync(Caller caller, CancellationToken cancellationToken)
    {
        var app = await AppAsync(caller, cancellationToken);
        return [new CallModel(app.Id.ToString(), Ids.TimeOf(app.Id), "middeck")];
    }

    public async Task<ChatAnswer> ChatAsync(Caller caller, ChatCall call, CancellationToken cancellationToken)
    {
        var app = await AppAsync(caller, cancellationToken);
        var talk = GivenTalk.Read(call.Messages);
        var name = string.IsNullOrEmpty(call.User) ? Nameless : call.User;
        var person = await endUsers.GetAsync(app.WorkspaceId, app.Id, name, cancellationToken);
        var request = new ChatRequest(
            app, ChatSource.Api, person, name, caller.KeyId, talk.Query, Inputs(call.Options), ConversationId: null)
        {
            Talk = talk,
            Files = await attachments.ToFilesAsync(
                new FileOwner(app.WorkspaceId, app.Id, person), talk.Attachments, cancellationToken),
        };
        var run = await runner.StartAsync(request, cancellationToken);
        // Who reads it decides how long; the call itself ends here.
        return new ChatAnswer($"chatcmpl-{run.Id:N}", call.Model, run.CreatedAt, RunUpdates.Of(run, CancellationToken.None));
    }

    private async Task<AppSnapshot> AppAsync(Caller caller, CancellationToken cancellationToken)
        => await published.FindAsync(caller.AppId!.Value, cancellationToken) is { } app
            && app.WorkspaceId == caller.WorkspaceId
                ? app
                : throw AppFaults.NotPublished();

    // What the app asks to be filled in comes beside OpenAI's own fields.
    private static JsonElement Inputs(ChatOptions options)
        => options.AdditionalProperties?.TryGetValue("inputs", out var inputs) == true && inputs is JsonElement given
            ? given
            : default;
}
