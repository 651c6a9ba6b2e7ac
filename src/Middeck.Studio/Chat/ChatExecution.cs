using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Chat;

/// <summary>Carries one run from its question to its end, whoever watches. Holds no database connection while it waits.</summary>
internal sealed partial class ChatExecution(
    PassageFinder passages,
    RunCloser closer,
    RunKeeper keeper,
    IEnumerable<IErrorSink> errors,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<ChatExecution> logger)
{
    public async Task ExecuteAsync(
        ChatRun run, IChatClient client, ModelCaller caller, JsonElement inputs, IReadOnlyList<ChatTurn> history)
    {
        var progress = new RunProgress(run, clock);
        RunFailure? failure = null;
        using (client)
        using (var limits = new RunLimits(run, options.Value, clock))
        {
            try
            {
                await AnswerAsync(progress, client, caller, inputs, history, limits);
            }
            catch (Exception ex)
            {
                failure = run.Reason is null
                    ? limits.Exceeded ?? RunFailures.From(ex) ?? await ReportAsync(run, ex)
                    : null;
            }
        }

        await closer.CloseAsync(run, progress.ToResult(failure));
    }

    private async Task AnswerAsync(
        RunProgress progress,
        IChatClient client,
        ModelCaller caller,
        JsonElement inputs,
        IReadOnlyList<ChatTurn> history,
        RunLimits limits)
    {
        var run = progress.Run;
        var config = run.Request.App.Config;
        var found = await passages.FindAsync(caller, config, run.Request.Query, run.Request.Source, limits.Token);
        progress.Given = config.ShowCitations ? found : [];
        run.Stream.Publish(new RunEvent.Started(progress.Given));

        var messages = PromptBuilder.Build(config, inputs, found, history, run.Request.Query);
        var settings = ModelSettings.Read(config.CompletionParams);
        limits.RestartSilence();
        await foreach (var update in client.GetStreamingResponseAsync(messages, settings, limits.Token))
        {
            limits.RestartSilence();
            progress.Take(update);
            if (run.Answer.Length > options.Value.MaxAnswerLength)
            {
                throw new FaultException(Fault.Invalid(
                    "models.answer_too_long",
                    $"The model wrote more than {options.Value.MaxAnswerLength:N0} characters and was cut off."));
            }

            keeper.Notice(run);
        }

        // A client may end quietly when it is cancelled; that is not the end of the answer.
        limits.Token.ThrowIfCancellationRequested();
        if (run.Answer.Length == 0)
        {
            throw progress.HasFinished ? ChatFaults.EmptyAnswer() : ChatFaults.NoAnswer();
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

        return RunFailure.Internal("Internal Server Error, please contact support.") with { TraceId = traceId };
    }

    private static string Cut(string message) => message.Length <= 2_000 ? message : message[..2_000];

    [LoggerMessage(LogLevel.Error, "Run {RunId} failed unexpectedly.")]
    private partial void LogUnexpected(Exception exception, Guid runId);
}
