using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Answering;

/// <summary>Asks the model once.</summary>
internal sealed class PlainAnswerer(RunKeeper keeper, IOptions<StudioOptions> options) : IAnswerer
{
    public bool Answers(AppSnapshot app) => app.Mode is AppMode.Chat or AppMode.Completion;

    // The prompt is a step of its own, right before this one.
    public Task AnswerAsync(Turn turn, IReadOnlyList<ChatMessage> prompt, IChatClient client, RunLimits limits)
        => turn.Run.Trace.RecordAsync(
            TraceKind.Model, turn.Run.Model ?? "Model", new { settings = turn.Config.CompletionParams }, async step =>
            {
                try
                {
                    await AskAsync(turn, prompt, client, limits);
                }
                finally
                {
                    // Also of an answer that broke off.
                    step.Returns(new { text = turn.Run.Answer.Text });
                    step.Tokens = new TraceTokens(turn.Progress.PromptTokens, turn.Progress.CompletionTokens);
                }
            });

    private async Task AskAsync(
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
