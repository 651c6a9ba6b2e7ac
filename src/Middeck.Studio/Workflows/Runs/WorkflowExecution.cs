using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Chat;
using Middeck.Studio.Variables;
using Middeck.Studio.Workflows.Forms;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Carries one run to its end or its next pause, whoever watches, and writes down what happens.</summary>
internal sealed partial class WorkflowExecution(
    GraphEngine engine,
    RunJournal journal,
    WorkflowHub hub,
    WorkflowRunStore store,
    VariableStore variables,
    FormLetters letters,
    IEnumerable<IErrorSink> errors,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<WorkflowExecution> logger)
{
    private static readonly TimeSpan _longestGathering = TimeSpan.FromMilliseconds(250);

    /// <summary>Works on the run. Never throws; the run is not the hub's any more afterwards.</summary>
    public async Task ExecuteAsync(WorkflowRun run, RunRequest request)
    {
        var scribe = new RunScribe(run, journal);
        try
        {
            await using var flushing = clock.CreateTimer(_ => scribe.Flush(), null, _longestGathering, _longestGathering);
            await WorkAsync(run, request, scribe);
        }
        catch (Exception ex)
        {
            // The end could not be written. The sweeper takes the run up when its lease ends.
            LogBrokenOff(ex, run.Id);
        }
        finally
        {
            hub.Remove(run);
            // Does nothing after a last event.
            run.Stream.BreakOff();
            run.TakeTurn(refusal: null);
            run.Slot?.Leave();
        }
    }

    private async Task WorkAsync(WorkflowRun run, RunRequest request, RunScribe scribe)
    {
        GraphEvent? last = null;
        try
        {
            if (await TakeTurnAsync(run))
            {
                last = await RunAsync(run, request, scribe);
            }
        }
        catch (Exception ex)
        {
            last = await FailAsync(run, ex);
        }

        switch (run.Reason)
        {
            case CancelReason.Shutdown:
                // Another node goes on with it, or this one when it is back.
                scribe.Flush();
                await journal.CommitAsync();
                await store.ReleaseAsync(run.Id, hub.Node, clock.GetUtcNow(), CancellationToken.None);
                return;
            case CancelReason.Lost:
                return;
        }

        if (last is not null)
        {
            await EndAsync(run, last, scribe);
        }
    }

    private async Task<GraphEvent?> RunAsync(WorkflowRun run, RunRequest request, RunScribe scribe)
    {
        GraphEvent? last = null;
        await foreach (var what in engine.RunAsync(request, run.Cancelled))
        {
            switch (what)
            {
                case RunFinished or RunPaused:
                    last = what;
                    break;
                case ConversationVariableChanged changed:
                    await KeepAsync(run, changed);
                    break;
                case HumanInputRequired asked:
                    journal.Write(new JournalEntry.Asked(
                        run, asked.Form, asked.Request, run.Context.FormToken(asked.Form.FormId)!,
                        await letters.WriteAsync(run, asked.Request.Mails, run.Cancelled)));
                    scribe.Take(what);
                    break;
                case NodeFinished finished:
                    run.Tally.Add(finished.Record.Result);
                    scribe.Take(what);
                    break;
                default:
                    scribe.Take(what);
                    break;
            }
        }

        return last;
    }

    // False when the run was handed on to another node before its turn.
    private async Task<bool> TakeTurnAsync(WorkflowRun run)
    {
        if (run.Slot is { Granted.IsCompleted: false } slot)
        {
            var patience = run.Start.IsBackground ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(options.Value.RunWaitTimeout);
            try
            {
                await slot.Granted.WaitAsync(patience, clock, run.Cancelled);
            }
            catch (TimeoutException)
            {
                var refusal = WorkflowFaults.WaitedTooLong(options.Value.RunWaitTimeout);
                run.TakeTurn(refusal);
                throw refusal;
            }
            catch (OperationCanceledException)
            {
                // A run that was stopped says so by itself.
            }
        }

        run.TakeTurn(refusal: null);
        return run.Reason is not (CancelReason.Shutdown or CancelReason.Lost);
    }

    private async Task EndAsync(WorkflowRun run, GraphEvent last, RunScribe scribe)
    {
        run.Finished = last as RunFinished;
        run.Paused = last as RunPaused;
        var composed = scribe.Compose(last)!;
        scribe.Write(last, composed);
        await journal.EndAsync(run, last is RunPaused paused
            ? new WorkflowEnd(
                WorkflowStatus.Paused, Segment.Of(paused.Outputs).ToJson(), null, paused.Elapsed.TotalSeconds, paused.Usage,
                paused.Steps, 0, paused.At)
            : EndOf((RunFinished)last));
        hub.Remove(run);
        run.Stream.Publish(composed);
    }

    private static WorkflowEnd EndOf(RunFinished finished) => new(
        WorkflowStatus.NameOf(finished.Status), Segment.Of(finished.Outputs).ToJson(), finished.Error,
        finished.Elapsed.TotalSeconds, finished.Usage, finished.Steps, finished.Exceptions, finished.At);

    private async Task KeepAsync(WorkflowRun run, ConversationVariableChanged changed)
    {
        if (run.Start.Chat is { } chat)
        {
            await variables.SetAsync(
                run.Start.App.WorkspaceId, chat.ConversationId, changed.Name, changed.Value.ToJson(), run.Cancelled);
        }
    }

    private async Task<RunFinished> FailAsync(WorkflowRun run, Exception exception)
    {
        var fault = (exception as FaultException)?.Fault;
        if (fault is null)
        {
            LogUnexpected(exception, run.Id);
            var report = new ErrorReport(
                run.Id.ToString(), "run", "workflow", Cut(exception.Message), exception.GetType().FullName, exception.ToString(),
                run.Start.App.WorkspaceId, run.Start.Person.UserId);
            foreach (var sink in errors)
            {
                await sink.ReportAsync(report, CancellationToken.None);
            }
        }

        var now = clock.GetUtcNow();
        return new RunFinished(
            now, run.Id.ToString(), run.Start.App.WorkflowId, run.CreatedAt, RunStatus.Failed, NodeResult.NoValues,
            fault?.Detail ?? RunFailure.Unexpected, fault?.Code ?? "internal_server_error", now - run.CreatedAt, NodeUsage.None, 0, 0);
    }

    private static string Cut(string message) => message.Length <= 2_000 ? message : message[..2_000];

    [LoggerMessage(LogLevel.Error, "Run {RunId} of a workflow failed unexpectedly.")]
    private partial void LogUnexpected(Exception exception, Guid runId);

    [LoggerMessage(LogLevel.Error, "Run {RunId} of a workflow broke off; it is taken up again when its lease has ended.")]
    private partial void LogBrokenOff(Exception exception, Guid runId);
}
