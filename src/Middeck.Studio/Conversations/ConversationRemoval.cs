using Middeck.Studio.Chat;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Conversations;

/// <summary>Deletes a conversation with all that belongs to it: messages, files, traces, and runs that go on.</summary>
internal sealed class ConversationRemoval(ConversationStore conversations, RunStopper stopper, StudioObjects objects)
{
    public async Task RemoveAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        var gone = await conversations.DeleteAsync(workspaceId, id, cancellationToken);
        await stopper.AbandonAsync(gone.Runs, cancellationToken);
        // What a crash leaves here is found by the sweep of objects.
        await objects.ReleaseAsync([.. gone.Objects], cancellationToken);
    }
}
