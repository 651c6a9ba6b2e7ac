using System.Text.Json;
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
internal sealed class AgentExecutor(
    ConfirmationStore confirmations,
    ConfirmationDesk desk,
    MadeFiles files,
    RunSignals signals,
    IOptions<StudioOptions> options,
    ToolInvoker invoker,
    TimeProvider clock)
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
            ? new CallOutcome(AgentCallStatus.Failed, ToolInvoker.Unknown(tools, request))
            : request.Arguments is not { } given
                ? new CallOutcome(AgentCallStatus.Failed, ToolInvoker.NotJson(tool, request))
                : await RunAsync(turn, journal, tool, given, call, limits, cancellationToken);
        var observation = AgentJournal.Storable(invoker.Cut(outcome.Text), int.MaxValue);
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
                var context = new ToolContext(turn.Caller, turn.Run.Request.Person) { IdempotencyKey = call.Id.ToString() };
                var result = await invoker.InvokeAsync(context, tool, given, cancellationToken);
                step.Returns(result.Json ?? (object)result.Text);
                var made = await files.KeepAsync(turn, call.Id, result.Files, cancellationToken);
                return new CallOutcome(AgentCallStatus.Succeeded, result.Text) { Files = made };
            }
            catch (Exception ex) when (invoker.Explain(ex, tool, cancellationToken) is { } words)
            {
                step.Error = words;
                return new CallOutcome(AgentCallStatus.Failed, words);
            }
        });
        return outcome with { Duration = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3) };
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
        ToolConfirmation answered;
        // From the moment in which the person is asked, the time is not the run's.
        using (limits.WaitForPerson())
        {
            run.Stream.Publish(new RunEvent.Confirming(question));
            await signals.TellAsync(run, cancellationToken);
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
}
