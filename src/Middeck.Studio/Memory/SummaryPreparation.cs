using Middeck.Studio.Answering;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Memory;

/// <summary>Tells the model what was said before the turns that it is shown.</summary>
internal sealed class SummaryPreparation(SummaryStore summaries) : IPreparation
{
    public async Task PrepareAsync(Turn turn, CancellationToken cancellationToken)
    {
        var request = turn.Run.Request;
        if (request.ConversationId is { } conversation
            && MemorySettings.Read(turn.Config).Summary)
        {
            await turn.Run.Trace.RecordAsync(TraceKind.Memory, "Summary", null, async step =>
            {
                if (await summaries.FindAsync(
                    request.App.WorkspaceId, conversation, turn.Run.Id, cancellationToken) is { } summary)
                {
                    turn.Notes.Add($"What was said earlier in this conversation, in short:\n{summary.Text}");
                    step.Returns(summary.Text);
                }
            });
        }
    }
}
