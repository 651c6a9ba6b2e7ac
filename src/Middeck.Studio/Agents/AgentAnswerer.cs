using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Agents.React;
using Middeck.Studio.Answering;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Agents;

/// <summary>Lets the model think, have tools called and look at what came out, step by step, until it answers.</summary>
internal sealed class AgentAnswerer(
    AgentToolboxes toolboxes,
    AgentExecutor executor,
    AgentStepStore steps,
    RunSignals signals,
    RunKeeper keeper,
    PlainAnswerer plain,
    IOptions<StudioOptions> options,
    TimeProvider clock) : IAnswerer
{
    public bool Answers(AppSnapshot app) => AgentSettings.IsAgent(app);

    // The built-in model asks for nothing: it is given the passages, as in a chat.
    public bool SearchesItself(Turn turn) => !BuiltinModel.Is(turn.Run.Model);

    public async Task AnswerAsync(Turn turn, IReadOnlyList<ChatMessage> prompt, IChatClient client, RunLimits limits)
    {
        if (!SearchesItself(turn))
        {
            await plain.AnswerAsync(turn, prompt, client, limits);
            return;
        }

        var settings = AgentSettings.Read(turn.Config);
        var tools = await toolboxes.OpenAsync(turn, settings, limits.Token);
        using var journal = new AgentJournal(turn, steps, signals, clock);
        try
        {
            await GoOnAsync(turn, settings, prompt, client, tools, journal, limits);
        }
        catch
        {
            await journal.BreakOffAsync();
            throw;
        }
    }

    private async Task GoOnAsync(
        Turn turn, AgentSettings settings, IReadOnlyList<ChatMessage> prompt, IChatClient client, AgentToolbox tools,
        AgentJournal journal, RunLimits limits)
    {
        var stage = new TurnStage(turn, limits, () => Notice(turn.Run));
        IAgentDialogue Written() => new ReactDialogue(stage, settings.Instruction, prompt, client, tools);
        var dialogue = settings.Strategy == AgentStrategy.React
            ? Written()
            : new FunctionCallDialogue(stage, prompt, client, tools);
        for (var position = 1; ; position++)
        {
            journal.Begin(position);
            var isLast = position > settings.MaxIteration;
            AgentMove move;
            try
            {
                move = await AskAsync(turn, dialogue, isLast);
            }
            catch (FaultException ex) when (position == 1 && dialogue is FunctionCallDialogue && tools.Tools.Count > 0
                && FunctionCallDialogue.IsUnable(ex.Fault))
            {
                dialogue = Written();
                move = await AskAsync(turn, dialogue, isLast);
            }

            // What was held back by moderation belongs to this step too.
            if (turn.Progress.Gate is { } gate)
            {
                await gate.EndAsync(limits.Token);
            }

            var calls = move.Requests.Select(request => (request, CallOf(tools, request))).ToList();
            await journal.ThinkAsync(move.Thought, [.. calls.Select(call => call.Item2)], limits.Token);
            if (calls.Count == 0)
            {
                return;
            }

            limits.PauseSilence();
            dialogue.Tell(await executor.RunAsync(turn, journal, tools, calls, limits));
            await journal.EndAsync(limits.Token);
        }
    }

    private static Task<AgentMove> AskAsync(Turn turn, IAgentDialogue dialogue, bool isLast)
        => turn.Run.Trace.RecordAsync(
            TraceKind.Model, turn.Run.Model ?? "Model", new { settings = turn.Config.CompletionParams }, async step =>
            {
                turn.Progress.BeginCall();
                try
                {
                    var move = await dialogue.AskAsync(isLast);
                    step.Returns(new
                    {
                        text = move.Thought,
                        tool_calls = move.Requests.Select(request => new { tool = request.Name, input = InputOf(request) }),
                    });
                    return move;
                }
                finally
                {
                    step.Tokens = new TraceTokens(turn.Progress.CallPromptTokens, turn.Progress.CallCompletionTokens);
                }
            });

    private AgentCall CallOf(AgentToolbox tools, AgentRequest request)
    {
        var tool = tools.Find(request.Name);
        var name = tool?.Name ?? AgentJournal.Storable(request.Name);
        return new AgentCall(
            Ids.New(clock), name, tool?.Tool.Info.Label ?? new ToolWords(name, name), tool?.Tool.Info.Icon ?? "❓", InputOf(request),
            tool is { NeedsConfirmation: true } && request.Arguments is not null ? AgentCallStatus.Waiting : AgentCallStatus.Running);
    }

    // As it can be kept: what is not JSON, or holds what no database keeps, as a text.
    private static System.Text.Json.JsonElement InputOf(AgentRequest request)
        => request.Arguments is { } given && given.GetRawText().Length <= 20_000 && StorableJson.IsStorable(given)
            ? given
            : System.Text.Json.JsonSerializer.SerializeToElement(
                AgentJournal.Storable(request.Arguments?.GetRawText() ?? request.Text), Core.Json.Snake);

    private void Notice(ChatRun run)
    {
        if (run.Answer.Length > options.Value.MaxAnswerLength)
        {
            throw new FaultException(Fault.Invalid(
                "models.answer_too_long",
                $"The model wrote more than {options.Value.MaxAnswerLength:N0} characters and was cut off."));
        }

        keeper.Notice(run);
    }
}
