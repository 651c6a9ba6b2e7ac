using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents.React;

/// <summary>
/// Models that ask for tools by writing. Only what is marked as the answer is shown while it is written; what is not marked is
/// shown when it turns out to be one.
/// </summary>
internal sealed class ReactDialogue : IAgentDialogue
{
    private const int MostStops = 4;

    private readonly IAgentStage _stage;
    private readonly IChatClient _client;
    private readonly AgentToolbox _tools;
    private readonly List<ChatMessage> _messages;
    private readonly bool _isChinese;

    /// <param name="stage">Where it speaks.</param>
    /// <param name="own">The maker's own words about tools; null for ours.</param>
    /// <param name="prompt">What the model is told.</param>
    /// <param name="client">The model.</param>
    /// <param name="tools">What it can use.</param>
    public ReactDialogue(
        IAgentStage stage, string? own, IReadOnlyList<ChatMessage> prompt, IChatClient client, AgentToolbox tools)
    {
        (_stage, _client, _tools) = (stage, client, tools);
        _isChinese = ReactPrompt.IsChinese(stage.Query);
        var instruction = prompt.FirstOrDefault(message => message.Role == ChatRole.System)?.Text ?? "";
        _messages = [.. prompt.Where(message => message.Role != ChatRole.System)];
        if (tools.Tools.Count > 0)
        {
            instruction = ReactPrompt.Write(own, instruction, tools, _isChinese);
        }

        if (instruction.Length > 0)
        {
            _messages.Insert(0, new ChatMessage(ChatRole.System, instruction));
        }
    }

    public async Task<AgentMove> AskAsync(bool isLast)
    {
        if (isLast)
        {
            _messages.Add(new ChatMessage(ChatRole.User, ReactPrompt.LastWords(_isChinese)));
        }

        var written = new StringBuilder();
        int? shown = null;
        _stage.BeginToListen();
        await foreach (var update in _client.GetStreamingResponseAsync(_messages, Options(), _stage.Token))
        {
            _stage.Hear(update);
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
            _stage.Write(reply.Answer ?? reply.Thought);
        }

        return new AgentMove(reply.Answer ?? reply.Thought, []);
    }

    public void Tell(IReadOnlyList<AgentObservation> observations)
        => _messages.Add(new ChatMessage(ChatRole.User, string.Join("\n\n", observations.Select(one
            => ReactPrompt.Observation(one.Request.Name, one.Text, _isChinese, observations.Count == 1)))));

    private ChatOptions Options()
    {
        var options = ModelSettings.Read(_stage.CompletionParams);
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
        if (!_stage.HasText)
        {
            var trimmed = text.TrimStart();
            from += text.Length - trimmed.Length;
            text = trimmed;
        }

        if (text.Length > 0)
        {
            _stage.Write(text);
        }

        return from + text.Length;
    }

    private AgentRequest Request(ReactAction action, int place)
        => new(
            $"action_{_messages.Count}_{place}", action.Tool, _tools.Find(action.Tool)?.Arguments(action.Input), action.Input);
}
