using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Answering;

/// <summary>Asks the model once.</summary>
internal sealed class PlainAnswerer(RunKeeper keeper, IOptions<StudioOptions> options) : IAnswerer
{
    public bool Answers(string mode) => mode is AppMode.Chat or AppMode.Completion;

    public async Task AnswerAsync(
        Turn turn, IReadOnlyList<ChatMessage> prompt, IChatClient client, RunLimits limits)
    {
        var settings = ModelSettings.Read(turn.Config.CompletionParams);
        limits.RestartSilence();
        await foreach (var update in client.GetStreamingResponseAsync(prompt, settings, limits.Token))
        {
            limits.RestartSilence();
            turn.Progress.Take(update);
            RefuseLength(turn.Run);
            keeper.Notice(turn.Run);
        }
    }

    private void RefuseLength(ChatRun run)
    {
        if (run.Answer.Length > options.Value.MaxAnswerLength)
        {
            throw new FaultException(Fault.Invalid(
                "models.answer_too_long",
                $"The model wrote more than {options.Value.MaxAnswerLength:N0} characters and was cut off."));
        }
    }
}
