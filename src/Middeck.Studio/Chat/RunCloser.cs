using Microsoft.Extensions.Logging;
using Middeck.Studio.Conversations;
using Middeck.Studio.Insight;

namespace Middeck.Studio.Chat;

/// <summary>Writes the end of a run, and only then tells those who watch.</summary>
internal sealed partial class RunCloser(
    RunStore store,
    RunHub hub,
    RunSignals signals,
    StudioMetrics metrics,
    RollupKeeper rollup,
    TimeProvider clock,
    ILogger<RunCloser> logger)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task CloseAsync(ChatRun run, RunResult result)
    {
        var end = result.ToEvent();
        if (!await WriteAsync(run, result))
        {
            end = new RunEvent.Failed(RunFailure.Internal(
                "The answer could not be saved: the conversation is gone or the run was lost."));
        }

        run.Stream.Publish(end);
        hub.End(run);
        rollup.Notice();
        await TellAsync(run);
        metrics.RunEnded(end is RunEvent.Failed ? MessageStatus.Failed : result.Status, result.Usage);
    }

    /// <summary>
    /// Leaves an answer that is not complete: what it has until now is kept, and whoever goes on with its graph takes it up again. Those
    /// who watch have been told why, or come back and find it on another node.
    /// </summary>
    public async Task SuspendAsync(ChatRun run)
    {
        await store.SuspendAsync(run.Id, run.Answer.TakeForSaving(), hub.Node, clock.GetUtcNow(), CancellationToken.None);
        run.Stream.BreakOff();
        hub.Forget(run);
        await TellAsync(run);
    }

    private async Task TellAsync(ChatRun run)
    {
        try
        {
            await signals.TellAsync(run, CancellationToken.None);
        }
        catch (Exception ex)
        {
            // Those who watch on other nodes read the row in a moment.
            LogNotTold(ex, run.Id);
        }
    }

    // The database may be restarting. When it does not come back in time, the sweeper closes the row once the lease has ended.
    private async Task<bool> WriteAsync(ChatRun run, RunResult result)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.FinishAsync(run, result, hub.Node, clock.GetUtcNow(), CancellationToken.None);
            }
            catch (Exception ex) when (attempt < Attempts)
            {
                LogRetry(ex, run.Id);
            }
            catch (Exception ex)
            {
                LogGivenUp(ex, run.Id);
                return false;
            }

            await Task.Delay(Pause, clock);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The end of run {RunId} could not be written and is tried again.")]
    private partial void LogRetry(Exception exception, Guid runId);

    [LoggerMessage(LogLevel.Warning, "Other nodes could not be told that run {RunId} ended.")]
    private partial void LogNotTold(Exception exception, Guid runId);

    [LoggerMessage(LogLevel.Error, "The end of run {RunId} could not be written; the sweeper will close it.")]
    private partial void LogGivenUp(Exception exception, Guid runId);
}
