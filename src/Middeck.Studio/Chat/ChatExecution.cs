using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Tracing;
using Middeck.Studio.Workflows.Chat;

namespace Middeck.Studio.Chat;

/// <summary>Carries one run from its question to its end, whoever watches. Holds no database connection while it waits.</summary>
internal sealed partial class ChatExecution(
    PassageFinder passages,
    Attachments attachments,
    IEnumerable<IShortcut> shortcuts,
    IEnumerable<IPreparation> preparations,
    IEnumerable<IAnswerer> answerers,
    GraphAnswerer graphs,
    IEnumerable<IAftermath> aftermaths,
    RunCloser closer,
    TraceKeeper traces,
    IEnumerable<IErrorSink> errors,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<ChatExecution> logger)
{
    // What follows an answer is short; a model that hangs must not keep it for ever.
    private static readonly TimeSpan AftermathTimeout = TimeSpan.FromMinutes(2);

    /// <param name="run">The run.</param>
    /// <param name="client">The app's model; null for apps whose graph asks models itself.</param>
    /// <param name="caller">For whom models are called.</param>
    /// <param name="inputs">What was filled in.</param>
    /// <param name="history">The earlier turns, the oldest first.</param>
    public async Task ExecuteAsync(
        ChatRun run, IChatClient? client, ModelCaller caller, JsonElement inputs, IReadOnlyList<ChatTurn> history)
    {
        var turn = new Turn(new RunProgress(run, clock), caller, inputs, history);
        RunFailure? failure = null;
        using (client)
        using (var limits = new RunLimits(run, options.Value, clock))
        {
            try
            {
                await AnswerAsync(turn, client, limits);
            }
            catch (Exception ex)
            {
                failure = run.Reason is null
                    ? limits.Exceeded ?? RunFailures.From(ex) ?? await ReportAsync(run, ex)
                    : null;
            }
        }

        if (run.IsSuspended)
        {
            await closer.SuspendAsync(run);
            return;
        }

        var result = turn.Progress.ToResult(failure);
        // Before the end is told: who reads the trace then finds it.
        await traces.SaveAsync(run);
        var steps = run.Trace.Count;
        await closer.CloseAsync(run, result);
        if (result.Status == MessageStatus.Completed)
        {
            await FollowAsync(turn);
        }

        if (run.Trace.Count > steps)
        {
            await traces.SaveAsync(run);
        }
    }

    private async Task AnswerAsync(Turn turn, IChatClient? client, RunLimits limits)
    {
        if (turn.Run.Resumes is not null)
        {
            await graphs.AnswerAsync(turn, limits);
            return;
        }

        foreach (var shortcut in shortcuts)
        {
            if (await shortcut.AnswerAsync(turn, limits.Token) is { } given)
            {
                turn.Run.Stream.Publish(new RunEvent.Started([]));
                turn.Progress.IsPreset = true;
                turn.Progress.Write(given);
                return;
            }
        }

        if (turn.Run.Request.Talk is { Instruction.Length: > 0 } talk)
        {
            turn.Notes.Add(talk.Instruction);
        }

        foreach (var preparation in preparations)
        {
            await preparation.PrepareAsync(turn, limits.Token);
        }

        if (client is null)
        {
            await graphs.AnswerAsync(turn, limits);
            return;
        }

        await AskAsync(turn, client, limits);
    }

    private async Task AskAsync(Turn turn, IChatClient client, RunLimits limits)
    {
        var request = turn.Run.Request;
        var answerer = answerers.First(one => one.Answers(request.App));
        var found = answerer.SearchesItself(turn) ? null : await passages.FindAsync(turn, limits.Token);
        turn.Progress.Given = turn.Config.ShowCitations && found is not null ? found : [];
        turn.Run.Stream.Publish(new RunEvent.Started(turn.Progress.Given));

        turn.Attachments = await attachments.ReadAsync(turn, limits.Token);
        var prompt = await turn.Run.Trace.RecordAsync(TraceKind.Prompt, "Prompt", null, step =>
        {
            var messages = PromptBuilder.Build(turn, found);
            step.Returns(TracedMessage.Of(messages));
            return Task.FromResult(messages);
        });
        await answerer.AnswerAsync(turn, prompt, client, limits);
        if (turn.Progress.Gate is { } gate)
        {
            await gate.EndAsync(limits.Token);
        }

        // A client may end quietly when it is cancelled; that is not the end of the answer.
        limits.Token.ThrowIfCancellationRequested();
        if (turn.Run.Answer.Length == 0)
        {
            throw turn.Progress.HasFinished ? ChatFaults.EmptyAnswer() : ChatFaults.NoAnswer();
        }
    }

    private async Task FollowAsync(Turn turn)
    {
        foreach (var aftermath in aftermaths)
        {
            using var timeout = new CancellationTokenSource(AftermathTimeout, clock);
            try
            {
                await aftermath.FollowAsync(turn, timeout.Token);
            }
            catch (Exception ex)
            {
                // The answer is given; what should have followed it is lost and in the error log.
                await ReportAsync(turn.Run, ex);
            }
        }
    }

    private async Task<RunFailure> ReportAsync(ChatRun run, Exception exception)
    {
        LogUnexpected(exception, run.Id);
        // Not the request's trace: the stream has begun, so its headers cannot name one any more. The run's id stands in every
        // event as task_id, and in Dify's list of messages as id, in these very letters: who has an answer finds its report.
        var traceId = run.Id.ToString();
        var report = new ErrorReport(
            traceId, "run", "chat", Cut(exception.Message), exception.GetType().FullName,
            exception.ToString(), run.Request.App.WorkspaceId, run.Request.Person.UserId);
        foreach (var sink in errors)
        {
            await sink.ReportAsync(report, CancellationToken.None);
        }

        return RunFailure.Internal(RunFailure.Unexpected) with { TraceId = traceId };
    }

    private static string Cut(string message) => message.Length <= 2_000 ? message : message[..2_000];

    [LoggerMessage(LogLevel.Error, "Run {RunId} failed unexpectedly.")]
    private partial void LogUnexpected(Exception exception, Guid runId);
}
