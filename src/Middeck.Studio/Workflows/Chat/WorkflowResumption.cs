using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Workflows.Chat;

/// <summary>Goes on with runs that wait for a person who has answered, and with those whose node is gone.</summary>
internal sealed class WorkflowResumption(
    WorkflowRunStore store, WorkflowRunner runner, ChatResumption chats, WorkflowHub hub, TimeProvider clock)
{
    private const int MostAttempts = 5;

    /// <summary>Goes on with a run whose node is gone. False when another node was quicker, or the run cannot go on and is closed.</summary>
    public Task<bool> TakeUpAbandonedAsync(Guid id, CancellationToken cancellationToken)
        => TakeUpAsync(id, isPaused: false, cancellationToken);

    /// <summary>Goes on with a run that waits for a person. False when it does not, or cannot go on and is closed.</summary>
    public Task<bool> TakeUpPausedAsync(Guid id, CancellationToken cancellationToken)
        => TakeUpAsync(id, isPaused: true, cancellationToken);

    private async Task<bool> TakeUpAsync(Guid id, bool isPaused, CancellationToken cancellationToken)
    {
        if (await store.TakeUpAsync(id, isPaused, hub.Node, clock.GetUtcNow(), cancellationToken) is not { } task)
        {
            return false;
        }

        if (RefusalOf(task) is ({ } status, var sentence))
        {
            await store.CloseAsync(id, hub.Node, status, sentence, clock.GetUtcNow(), cancellationToken);
            return false;
        }

        var app = new AppSnapshot(
            task.Row.WorkspaceId, task.Row.AppId, task.Name, task.Description, task.Mode, task.Row.Version,
            AppConfig.Read(task.Config!.Value, task.Mode))
        {
            VersionId = task.Row.VersionId,
        };
        if (task.Row.MessageId is null)
        {
            await runner.GoOnAsync(task, app, chat: null, [], cancellationToken);
            return true;
        }

        if (await chats.TakeUpAsync(task, app, cancellationToken))
        {
            return true;
        }

        await store.CloseAsync(id, hub.Node, WorkflowStatus.Stopped, null, clock.GetUtcNow(), cancellationToken);
        return false;
    }

    private static (string? Status, string? Sentence) RefusalOf(WorkflowTask task)
        => task.StopRequested ? (WorkflowStatus.Stopped, null)
            : task.Config is null ? (WorkflowStatus.Failed, "The version or draft that was run is gone.")
            : task.Row.OnlyNode is not null ? (WorkflowStatus.Failed, "The platform was stopped while the node was tried out.")
            : task.Attempts > MostAttempts ? (WorkflowStatus.Failed, $"The run broke off {MostAttempts} times and is not tried again.")
            : (null, null);
}
