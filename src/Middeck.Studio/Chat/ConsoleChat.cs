using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>Lets people of the console ask apps.</summary>
internal sealed class ConsoleChat(
    AppAccess access, AppStore apps, PublishedApps published, ChatRunner runner, RunStopper stopper, RunHub hub)
{
    public async Task<ChatRun> AskAsync(
        Caller caller, Guid userId, Guid appId, AskApp request, CancellationToken cancellationToken)
    {
        if (request.Draft && !caller.Has(Permissions.Apps.Update))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Update));
        }

        await access.FindAsync(
            caller, appId, request.Draft ? AccessLevel.Edit : AccessLevel.Use, cancellationToken);
        var app = request.Draft
            ? await apps.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound()
            : await published.FindAsync(appId, cancellationToken) ?? throw AppFaults.NotPublished();
        return await runner.StartAsync(
            new ChatRequest(
                app, ChatSource.Console, Person.User(userId), EndUser: null, KeyId: null, request.Query,
                request.Inputs ?? default(JsonElement), request.ConversationId),
            cancellationToken);
    }

    /// <summary>A run of the person that goes on or ended a moment ago, on this node.</summary>
    public ChatRun Find(Caller caller, Guid userId, Guid appId, Guid runId)
        => hub.Find(runId) is { } run
            && run.Request.App.WorkspaceId == caller.WorkspaceId
            && run.Request.App.Id == appId
            && run.Request.Person == Person.User(userId)
                ? run
                : throw ConversationFaults.MessageNotFound();

    public async Task StopAsync(
        Caller caller, Guid userId, Guid appId, Guid runId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        await stopper.StopAsync(caller.WorkspaceId, appId, Person.User(userId), runId, cancellationToken);
    }
}
