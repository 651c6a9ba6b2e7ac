using System.Text.Json;
using System.Threading.Channels;
using Middeck.Core.Errors;
using Middeck.Http.Streaming;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Talk;

/// <summary>Lets visitors ask the published version of an app.</summary>
internal sealed class SiteChat(
    SiteDoor door,
    SiteLimiter limiter,
    ChatRunner runner,
    RunStopper stopper,
    RunHub hub,
    RunStore store,
    RunFollower follower,
    MessageStore messages,
    ConfirmationDesk desk)
{
    public async Task<ChatRun> AskAsync(SiteVisitor visitor, AskApp request, CancellationToken cancellationToken)
    {
        if (request.Draft || request.Model is { ValueKind: not JsonValueKind.Null })
        {
            throw SiteFaults.PublishedOnly();
        }

        var person = await AdmitAsync(visitor, cancellationToken);
        var question = Request(visitor, person, request.Query, request.Inputs ?? default(JsonElement), request.ConversationId);
        return await StartAsync(
            question with
            {
                Parent = request.HasParent ? new MessageParent(request.ParentId) : null,
                Files = request.Files ?? default(JsonElement),
            },
            cancellationToken);
    }

    /// <summary>Answers the question of a message once more, beside the first answer.</summary>
    public async Task<ChatRun> RepeatAsync(SiteVisitor visitor, Guid messageId, CancellationToken cancellationToken)
    {
        var person = await AdmitAsync(visitor, cancellationToken);
        var asked = await messages.FindAskedAsync(visitor.WorkspaceId, person, visitor.AppId, messageId, cancellationToken);
        // What a member has tried out in the console is no conversation of the page.
        if (asked is null or { IsDraft: true })
        {
            throw ConversationFaults.MessageNotFound();
        }

        var question = Request(
            visitor, person, asked.Query, asked.Inputs, AppMode.IsChat(visitor.App.Mode) ? asked.ConversationId : null);
        return await StartAsync(
            question with { Parent = new MessageParent(asked.ParentId), RepeatOf = messageId }, cancellationToken);
    }

    /// <summary>The events of a run of the visitor's from a place on, wherever it is and however long ago it ended.</summary>
    public async Task<ChannelReader<SseFrame>> WatchAsync(
        SiteVisitor visitor, Guid runId, RunPlace after, CancellationToken cancellationToken)
    {
        var person = await door.FindPersonAsync(visitor, cancellationToken) ?? throw ConversationFaults.MessageNotFound();
        if (hub.Find(runId) is { Request: var request } run && request.App.Id == visitor.AppId && request.Person == person)
        {
            return Watch(run, after);
        }

        return await FindAsync(cancellationToken) is null
            ? throw ConversationFaults.MessageNotFound()
            : follower.Follow(FindAsync, runId, after.Offset, SiteEvents.Render, cancellationToken);

        Task<RunRow?> FindAsync(CancellationToken token)
            => store.FindAsync(visitor.WorkspaceId, visitor.AppId, person, runId, token);
    }

    /// <summary>The events of a run of this node from a place on.</summary>
    public static ChannelReader<SseFrame> Watch(ChatRun run, RunPlace after)
    {
        var head = run.Head;
        return new RunFrames(run.Stream, after, (next, place) => SiteEvents.Render(head, next, place));
    }

    public async Task StopAsync(SiteVisitor visitor, Guid runId, CancellationToken cancellationToken)
    {
        if (await door.FindPersonAsync(visitor, cancellationToken) is { } person)
        {
            await stopper.StopAsync(visitor.WorkspaceId, visitor.AppId, person, runId, cancellationToken);
        }
    }

    /// <summary>Answers whether a tool may be called.</summary>
    public async Task ConfirmAsync(
        SiteVisitor visitor, Guid runId, Guid id, AnswerConfirmation answer, CancellationToken cancellationToken)
    {
        var person = await door.FindPersonAsync(visitor, cancellationToken) ?? throw ConfirmationFaults.NotFound();
        await desk.AnswerAsync(visitor.WorkspaceId, visitor.AppId, person, runId, id, answer, cancellationToken);
    }

    /// <summary>A question of a visitor's to the published version.</summary>
    public static ChatRequest Request(
        SiteVisitor visitor, Person person, string query, JsonElement inputs, Guid? conversationId) => new(
        visitor.App, ChatSource.Site, person, visitor.Name, KeyId: null, query, inputs, conversationId);

    private async Task<Person> AdmitAsync(SiteVisitor visitor, CancellationToken cancellationToken)
    {
        var person = await door.PersonAsync(visitor, cancellationToken);
        await limiter.EnsureFreeAsync(visitor, person, cancellationToken);
        await limiter.CountAsync(visitor, questions: 1, cancellationToken);
        return person;
    }

    private async Task<ChatRun> StartAsync(ChatRequest question, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.StartAsync(question, cancellationToken);
        }
        catch (FaultException ex)
        {
            throw SiteFailure.Told(ex);
        }
    }
}
