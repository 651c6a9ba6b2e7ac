using Microsoft.Extensions.Logging;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Tracing;

/// <summary>Saves what runs did. An answer is worth more than its trace: one that cannot be saved is lost and logged.</summary>
internal sealed partial class TraceKeeper(TraceStore store, ILogger<TraceKeeper> logger)
{
    public async Task SaveAsync(ChatRun run)
    {
        if (run.Trace.Count == 0)
        {
            return;
        }

        try
        {
            await store.SaveAsync(
                run.Request.App.WorkspaceId, run.Id, run.Trace.ToSteps(), CancellationToken.None);
        }
        catch (Exception ex)
        {
            LogNotSaved(ex, run.Id);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The trace of run {RunId} could not be saved.")]
    private partial void LogNotSaved(Exception exception, Guid runId);
}
