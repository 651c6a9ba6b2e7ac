using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Variables;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Chat;

/// <summary>Writes the answer of a chat by running the app's graph.</summary>
internal sealed class GraphAnswerer(
    WorkflowRunner runner,
    WorkflowInputs inputs,
    VariableStore variables,
    RunKeeper keeper,
    IOptions<StudioOptions> options)
{
    /// <summary>Runs the graph, or goes on with its run, and writes the answer into the turn's progress as it comes.</summary>
    /// <exception cref="FaultException">The run failed.</exception>
    public async Task AnswerAsync(Turn turn, RunLimits limits)
    {
        // Each node has its own patience.
        limits.PauseSilence();
        var run = await OpenAsync(turn, limits.Token);
        await using var stopping = limits.Token.Register(() => run.Cancel(turn.Run.Reason ?? CancelReason.Stopped));
        await run.WaitForTurnAsync(CancellationToken.None);
        await FollowAsync(turn, run);
        WriteOutputs(turn, run);
        if (turn.Progress.Gate is { } gate)
        {
            await gate.EndAsync(limits.Token);
        }

        Count(turn, run.Tally);
        if (run.Paused is not null || (run.Finished is null && turn.Run.Reason is null or CancelReason.Shutdown))
        {
            turn.Run.IsSuspended = true;
            return;
        }

        limits.Token.ThrowIfCancellationRequested();
        switch (run.Finished)
        {
            case { Status: RunStatus.Failed, Error: var error }:
                throw new FaultException(Fault.Invalid("workflows.run_failed", error ?? "The workflow failed."));
            case { Status: RunStatus.Stopped }:
                turn.Run.Cancel(CancelReason.Stopped);
                break;
        }
    }

    private async Task<WorkflowRun> OpenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var request = turn.Run.Request;
        if (turn.Run.Resumes is { } task)
        {
            return await runner.GoOnAsync(task, request.App, turn.Run, turn.History, cancellationToken);
        }

        turn.Run.Stream.Publish(new RunEvent.Started([]));
        var start = new WorkflowStart(
            request.App, SourceOf(request.Source), request.Person, request.EndUser, request.KeyId,
            inputs.Check(request.App, turn.Inputs, turn.Run.Files))
        {
            Files = inputs.FilesOf(turn.Run.Files),
            Chat = turn.Run,
            History = turn.History,
            Conversation = await ConversationAsync(turn, cancellationToken),
            DialogueCount = turn.History.Count,
        };
        return await runner.StartAsync(start, cancellationToken);
    }

    private async Task FollowAsync(Turn turn, WorkflowRun run)
    {
        for (var place = 1; await run.Stream.WaitForAsync(place, CancellationToken.None); place++)
        {
            var next = run.Stream.At(place)!;
            switch (next.Name)
            {
                case "message" or "text_chunk":
                    turn.Progress.Write(next.Text!);
                    break;
                case "message_replace" or "text_replace":
                    turn.Progress.Replace(next.Text!);
                    break;
                default:
                    turn.Run.Stream.Publish(new RunEvent.Graph(next));
                    break;
            }

            RefuseLength(turn.Run, run);
            keeper.Notice(turn.Run);
        }
    }

    // A workflow whose outputs are no texts that stream has them as its answer: a single text as it is, anything else as JSON.
    private static void WriteOutputs(Turn turn, WorkflowRun run)
    {
        if (turn.Run.Answer.Length > 0 || run.Finished is not { Status: RunStatus.Succeeded or RunStatus.PartialSucceeded } finished
            || finished.Outputs.Count == 0 || turn.Run.Request.App.Mode != AppMode.Workflow)
        {
            return;
        }

        turn.Progress.Write(finished.Outputs.Count == 1 && finished.Outputs.Values.First().Text is { } text
            ? text
            : Segment.Of(finished.Outputs).ToJson());
    }

    private void RefuseLength(ChatRun chat, WorkflowRun run)
    {
        if (chat.Answer.Length > options.Value.MaxAnswerLength)
        {
            run.Cancel(CancelReason.Stopped);
            throw new FaultException(Fault.Invalid(
                "models.answer_too_long", $"The answer has more than {options.Value.MaxAnswerLength:N0} characters and was cut off."));
        }
    }

    private async Task<IReadOnlyDictionary<string, Segment>> ConversationAsync(Turn turn, CancellationToken cancellationToken)
    {
        var definitions = VariableDefinition.Read(turn.Config);
        if (definitions.Count == 0)
        {
            return NodeResult.NoValues;
        }

        var rows = await variables.EnsureAsync(
            turn.Run.Request.App.WorkspaceId, turn.Run.ConversationId, definitions, cancellationToken);
        return rows.ToDictionary(row => row.Name, row => DeclaredVariables.Of(row.ValueType, SegmentJson.Read(row.Value)));
    }

    private static void Count(Turn turn, RunTally tally)
    {
        turn.Progress.Spend(tally);
        if (turn.Config.ShowCitations)
        {
            turn.Progress.Given = [.. tally.Passages.Select(CitationOf).OfType<Citation>()];
        }
    }

    private static Citation? CitationOf(Segment passage, int index)
    {
        using var document = JsonDocument.Parse(passage.ToJson());
        return PassageCitation.Read(document.RootElement, index + 1);
    }

    private static WorkflowSource SourceOf(ChatSource source) => source switch
    {
        ChatSource.Api => WorkflowSource.Api,
        ChatSource.Evaluation => WorkflowSource.Evaluation,
        ChatSource.Site => WorkflowSource.Site,
        _ => WorkflowSource.Console,
    };
}
