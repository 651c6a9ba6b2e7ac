using System.Text.Json;
using System.Threading.Channels;
using Middeck.Core.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>Lets people of the console ask apps.</summary>
internal sealed class ConsoleChat(
    AppAccess access,
    RunnableApps apps,
    ChatRunner runner,
    RunStopper stopper,
    RunHub hub,
    RunStore store,
    RunFollower follower,
    MessageStore messages)
{
    public async Task<ChatRun> AskAsync(
        Caller caller, Guid userId, Guid appId, AskApp request, CancellationToken cancellationToken)
    {
        var app = await apps.OpenAsync(caller, appId, request.Draft, cancellationToken);
        if (request.Model is { ValueKind: not JsonValueKind.Null } model)
        {
            app = WithModel(app, model);
        }

        return await runner.StartAsync(
            new ChatRequest(
                app, ChatSource.Console, Person.User(userId), EndUser: null, KeyId: null, request.Query,
                request.Inputs ?? default(JsonElement), request.ConversationId)
            {
                Parent = request.HasParent ? new MessageParent(request.ParentId) : null,
                Files = request.Files ?? default(JsonElement),
            },
            cancellationToken);
    }

    /// <summary>
    /// Answers the question of a message once more: beside the first answer, or as a run of its own where there are no
    /// conversations.
    /// </summary>
    public async Task<ChatRun> RepeatAsync(
        Caller caller, Guid userId, Guid appId, Guid messageId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var person = Person.User(userId);
        var asked = await messages.FindAskedAsync(caller.WorkspaceId, person, appId, messageId, cancellationToken)
            ?? throw ConversationFaults.MessageNotFound();
        var app = await apps.OpenAsync(caller, appId, asked.IsDraft, cancellationToken);
        var isChat = AppMode.IsChat(app.Mode);
        return await runner.StartAsync(
            new ChatRequest(
                app, ChatSource.Console, person, EndUser: null, KeyId: null, asked.Query, asked.Inputs,
                isChat ? asked.ConversationId : null)
            {
                Parent = new MessageParent(asked.ParentId),
                RepeatOf = messageId,
            },
            cancellationToken);
    }

    /// <summary>The events of a run of the person from a place on, wherever it is and however long ago it ended.</summary>
    public async Task<ChannelReader<SseFrame>> WatchAsync(
        Caller caller, Guid userId, Guid appId, Guid runId, RunPlace after, CancellationToken cancellationToken)
    {
        var person = Person.User(userId);
        if (hub.Find(runId) is { } run
            && run.Request.App.WorkspaceId == caller.WorkspaceId
            && run.Request.App.Id == appId
            && run.Request.Person == person)
        {
            return Watch(run, after);
        }

        return await FindAsync(cancellationToken) is null
            ? throw ConversationFaults.MessageNotFound()
            : follower.Follow(
                FindAsync, runId, after.Offset, (head, next, place) => ChatEvents.ForConsole(head, next, place), cancellationToken);

        Task<RunRow?> FindAsync(CancellationToken token)
            => store.FindAsync(caller.WorkspaceId, appId, person, runId, token);
    }

    /// <summary>The events of a run of this node from a place on.</summary>
    public static ChannelReader<SseFrame> Watch(ChatRun run, RunPlace after)
    {
        var head = run.Head;
        // What goes on here began with other events elsewhere; how much of the text was read means the same.
        after = run.Resumes is null ? after : after with { Sequence = 0 };
        return new RunFrames(run.Stream, after, (next, place) => ChatEvents.ForConsole(head, next, place));
    }

    public async Task StopAsync(
        Caller caller, Guid userId, Guid appId, Guid runId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        await stopper.StopAsync(caller.WorkspaceId, appId, Person.User(userId), runId, cancellationToken);
    }

    private static AppSnapshot WithModel(AppSnapshot app, JsonElement model)
    {
        if (app.Version is not null)
        {
            throw ChatFaults.ModelNeedsDraft();
        }

        var check = new FieldCheck(model, "model").Object();
        check.Member("provider").Present();
        check.Member("name").Present();
        AppConfigCheck.CheckModel(check);
        return StorableJson.IsStorable(model)
            ? app with { Config = app.Config.WithModel(model) }
            : throw check.Refuse("holds a character that cannot be kept, such as NUL");
    }
}
