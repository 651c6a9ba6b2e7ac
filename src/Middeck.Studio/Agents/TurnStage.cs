using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents;

/// <summary>An answer in a conversation.</summary>
/// <param name="turn">The question.</param>
/// <param name="limits">What ends the run.</param>
/// <param name="onText">Looks at the answer after each text.</param>
internal sealed class TurnStage(Turn turn, RunLimits limits, Action onText) : IAgentStage
{
    public JsonElement? CompletionParams => turn.Config.CompletionParams;

    public string Query => turn.Query;

    public bool HasText => turn.Progress.HasText;

    public CancellationToken Token => limits.Token;

    public void Write(string text)
    {
        turn.Progress.Write(text);
        onText();
    }

    public void Hear(ChatResponseUpdate update)
    {
        limits.RestartSilence();
        turn.Progress.Count(update);
    }

    public void BeginToListen() => limits.RestartSilence();
}
