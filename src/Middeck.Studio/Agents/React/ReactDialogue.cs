using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents.React;

/// <summary>
/// Models that ask for tools by writing. Only what is marked as the answer is shown while it is written; what is not marked is
/// shown when it turns out to be one.
/// </summary>
internal sealed class ReactDialogue : IAgentDialogue
{
    private const int MostStops = 4;

    private readonly Turn _turn;
    private readonly IChatClient _client;
    private readonly AgentToolbox _tools;
    private readonly Action _onText;
    private readonly List<ChatMessage> _messages;
    private readonly bool _isChinese;

    public ReactDialogue(
        Turn turn, AgentSettings settings, IReadOnlyList<ChatMessage> prompt, IChatClient client, AgentToolbox tools, Action onText)
    {
        (_turn, _client, _tools, _onText) = (turn, client, tools, onText);
        _isChinese = ReactPrompt.IsChinese(turn.Query);
        var instruction = prompt.FirstOrDefault(message => message.Role == ChatRole.System)?.Text ?? "";
        _messages = [.. prompt.Where(message => message.Role != ChatRole.System)];
        if (tools.Tools.Count > 0)
        {
            instruction = ReactPrompt.Write(settings.Instruction, instruction, tools, _isChinese);
        }

        if (instruction.Length > 0)
        {
            _messages.Insert(0, new ChatMessage(ChatRole.System, instruction));
        }
    }

    public async Task<AgentMove> AskAsync(bool isLast, RunLimits limits)
    {
        if (isLast)
        {
            _messages.Add(new ChatMessage(ChatRole.User, ReactPrompt.LastWords(_isChinese)));
        }

        var written = new StringBuilder();
        int? shown = null;
        limits.RestartSilence();
        await foreach (var update in _client.GetStreamingResponseAsync(_messages, Options(), limits.Token))
        {
            limits.RestartSilence();
            _turn.Progress.Count(update);
            if (update.Text.Length == 0)
            {
                continue;
            }

            written.Append(update.Text);
            // Only a colon can complete the mark.
            shown ??= update.Text.AsSpan().ContainsAny(':', '：') ? ReactReader.AnswerStart(written.ToString()) : null;
            shown = shown is { } from ? Show(written, from) : null;
        }

        var reply = ReactReader.Read(written.ToString());
        _messages.Add(new ChatMessage(ChatRole.Assistant, written.ToString()));
        if (reply.Actions.Count > 0 && !isLast && shown is null)
        {
            return new AgentMove(reply.Thought, [.. reply.Actions.Select(Request)]);
        }

        if (shown is null)
        {
            _turn.Progress.Write(reply.Answer ?? reply.Thought);
            _onText();
        }

        return new AgentMove(reply.Answer ?? reply.Thought, []);
    }

    public void Tell(IReadOnlyList<AgentObservation> observations)
        => _messages.Add(new ChatMessage(ChatRole.User, string.Join("\n\n", observations.Select(one
            => ReactPrompt.Observation(one.Request.Name, one.Text, _isChinese, observations.Count == 1)))));

    private ChatOptions Options()
    {
        var options = ModelSettings.Read(_turn.Config.CompletionParams);
        // A model that is not stopped makes the observation up.
        if (_tools.Tools.Count > 0 && (options.StopSequences?.Count ?? 0) <= MostStops - 2)
        {
            options.StopSequences = [.. options.StopSequences ?? [], "Observation:", "观察："];
        }

        return options;
    }

    private int Show(StringBuilder written, int from)
    {
        var text = written.ToString(from, written.Length - from);
        if (!_turn.Progress.HasText)
        {
            var trimmed = text.TrimStart();
            from += text.Length - trimmed.Length;
            text = trimmed;
        }

        if (text.Length > 0)
        {
            _turn.Progress.Write(text);
            _onText();
        }

        return from + text.Length;
    }

    private AgentRequest Request(ReactAction action, int place)
        => new(
            $"action_{_messages.Count}_{place}", action.Tool, _tools.Find(action.Tool)?.Arguments(action.Input), action.Input);
}
