using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Tools;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Agents;

/// <summary>
/// Makes the calls that a model wants: asks people where that is wanted, ends what takes too long, and turns whatever goes wrong
/// into words for the model, which goes on with them.
/// </summary>
internal sealed partial class AgentExecutor(
    ConfirmationStore confirmations,
    ConfirmationDesk desk,
    MadeFiles files,
    RunSignals signals,
    IOptions<StudioOptions> options,
    TimeProvider clock,
    ILogger<AgentExecutor> logger)
{
    // Beside one another; a model that wants more waits for the first ones.
    private const int MostAtOnce = 8;

    /// <summary>Makes the calls of a step.</summary>
    /// <exception cref="FaultException"><c>tools.not_found</c>: the app names a tool that nobody has.</exception>
    public async Task<IReadOnlyList<AgentObservation>> RunAsync(
        Turn turn, AgentJournal journal, AgentToolbox tools, IReadOnlyList<(AgentRequest Request, AgentCall Call)> calls, RunLimits limits)
    {
        using var places = new SemaphoreSlim(MostAtOnce);
        using var alone = new SemaphoreSlim(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limits.Token);
        var work = calls.Select(async one =>
        {
            var tool = tools.Find(one.Request.Name);
            var gate = tool is { Tool.Info.IsParallel: false } ? alone : places;
            await gate.WaitAsync(stop.Token);
            try
            {
                return await RunAsync(turn, journal, tools, one.Request, one.Call, limits, stop.Token);
            }
            catch
            {
                // What ends the run ends the other calls too.
                await stop.CancelAsync();
                throw;
            }
            finally
            {
                gate.Release();
            }
        });
        // Of one that failed and those that it ended, the one that failed is thrown.
        return await Task.WhenAll(work);
    }

    private async Task<AgentObservation> RunAsync(
        Turn turn, AgentJournal journal, AgentToolbox tools, AgentRequest request, AgentCall call, RunLimits limits,
        CancellationToken cancellationToken)
    {
        var outcome = tools.Find(request.Name) is not { } tool
            ? new CallOutcome(AgentCallStatus.Failed, $"There is no tool '{request.Name}'. There are: {tools.Names}.")
            : request.Arguments is not { } given
                ? new CallOutcome(AgentCallStatus.Failed, NotJson(tool, request))
                : await RunAsync(turn, journal, tool, given, call, limits, cancellationToken);
        var observation = AgentJournal.Storable(Cut(outcome.Text), int.MaxValue);
        await journal.ChangeAsync(
            call.Id,
            one => one with
            {
                Status = outcome.Status,
                Output = observation,
                Files = outcome.Files,
                Duration = outcome.Duration,
            },
            cancellationToken);
        return new AgentObservation(request, observation);
    }

    private async Task<CallOutcome> RunAsync(
        Turn turn, AgentJournal journal, BoundTool tool, JsonElement given, AgentCall call, RunLimits limits,
        CancellationToken cancellationToken)
    {
        if (tool.NeedsConfirmation && await RefusalAsync(turn, journal, tool, call, limits, cancellationToken) is { } refusal)
        {
            return new CallOutcome(AgentCallStatus.Refused, refusal);
        }

        var began = clock.GetTimestamp();
        var outcome = await turn.Run.Trace.RecordAsync(TraceKind.Tool, tool.Name, tool.Complete(given), async step =>
        {
            try
            {
                var result = await InvokeAsync(turn, tool, given, cancellationToken);
                step.Returns(result.Json ?? (object)result.Text);
                var made = await files.KeepAsync(turn, call.Id, result.Files, cancellationToken);
                return new CallOutcome(AgentCallStatus.Succeeded, result.Text) { Files = made };
            }
            catch (Exception ex) when (Explain(ex, tool, cancellationToken) is { } words)
            {
                step.Error = words;
                return new CallOutcome(AgentCallStatus.Failed, words);
            }
        });
        return outcome with { Duration = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3) };
    }

    private async Task<ToolResult> InvokeAsync(
        Turn turn, BoundTool tool, JsonElement given, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await tool.Tool.InvokeAsync(
                new ToolContext(turn.Caller, turn.Run.Request.Person), tool.Complete(given), either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ToolFaults.Failed($"The tool took longer than {options.Value.ToolTimeout} seconds and was ended.");
        }
    }

    // Why it may not be called; null when it may.
    private async Task<string?> RefusalAsync(
        Turn turn, AgentJournal journal, BoundTool tool, AgentCall call, RunLimits limits, CancellationToken cancellationToken)
    {
        var run = turn.Run;
        if (await confirmations.IsAlwaysAllowedAsync(run.ConversationId, tool.Key, cancellationToken))
        {
            await journal.ChangeAsync(call.Id, one => one with { Status = AgentCallStatus.Running }, cancellationToken);
            return null;
        }

        var now = clock.GetUtcNow();
        var question = new ToolConfirmation(
            Ids.New(clock), journal.Step.Id, call.Id, call.Tool, call.Label, call.Icon, call.Input, ConfirmationStatus.Waiting,
            Reason: null, now + TimeSpan.FromMinutes(options.Value.ConfirmationMinutes));
        await confirmations.InsertAsync(run, question, tool.Key, now, cancellationToken);
        run.Stream.Publish(new RunEvent.Confirming(question));
        await signals.TellAsync(run, cancellationToken);
        ToolConfirmation answered;
        // The person's time is not the run's.
        using (limits.WaitForPerson())
        {
            answered = await desk.WaitAsync(question, cancellationToken);
        }

        run.Stream.Publish(new RunEvent.Confirming(answered));
        if (answered.Status == ConfirmationStatus.Allowed)
        {
            await journal.ChangeAsync(call.Id, one => one with { Status = AgentCallStatus.Running }, cancellationToken);
            return null;
        }

        return answered.Status == ConfirmationStatus.Expired
            ? $"Nobody allowed the call within {options.Value.ConfirmationMinutes} minutes, so it was not made. Go on without it."
            : $"The person refused the call{(answered.Reason is { } reason ? $": {reason}" : ".")} Do not try it again; go on without it.";
    }

    private string? Explain(Exception exception, BoundTool tool, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            // The app cannot do what its maker meant: the run says so instead of going on.
            case FaultException when tool.Tool is MissingTool:
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                return null;
            case FaultException { Fault: var fault }:
                return fault.Detail;
            default:
                LogFailed(exception, tool.Name);
                return "The tool failed unexpectedly.";
        }
    }

    private string Cut(string text)
    {
        var most = options.Value.ToolResultLength;
        return text.Length <= most
            ? text
            : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}\n… (cut: {text.Length:N0} characters in all)";
    }

    private static string NotJson(BoundTool tool, AgentRequest request)
    {
        var written = request.Text.Length <= 200 ? request.Text : request.Text[..200] + "…";
        return $"The arguments are not a JSON object: {written}\n"
            + $"Call the tool again with an object of this schema: {tool.JsonSchema.GetRawText()}";
    }

    [LoggerMessage(LogLevel.Warning, "The tool {Tool} of an agent failed unexpectedly.")]
    private partial void LogFailed(Exception exception, string tool);
}
