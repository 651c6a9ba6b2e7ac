using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Asks models for nodes: finds them, hears their answers as they come, and gives up those that are silent or without end.</summary>
internal sealed class ModelTalk(
    IModelGateway models, IModelDirectory directory, IOptions<StudioOptions> options, TimeProvider clock)
{
    /// <inheritdoc cref="ModelChoice.FindAsync" />
    public Task<ModelChoice> ChooseAsync(
        ModelCaller caller, string? asked, ModelType type, CancellationToken cancellationToken)
        => ModelChoice.FindAsync(models, directory, caller, asked, type, cancellationToken);

    /// <summary>The model's whole answer.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="choice">Which model.</param>
    /// <param name="prompt">What it is told.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="hear">Gets every piece of the answer as it comes; null for nobody.</param>
    /// <param name="cancellationToken">Closes the connection to the model.</param>
    /// <exception cref="FaultException"><c>models.*</c>; <c>models.too_slow</c>, <c>models.answer_too_long</c>.</exception>
    public async Task<ModelAnswer> AskAsync(
        ModelCaller caller,
        ModelChoice choice,
        IReadOnlyList<ChatMessage> prompt,
        ChatOptions settings,
        Action<AIContent>? hear,
        CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.SilenceTimeout);
        using var silence = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var answer = new ModelAnswerBuilder(clock);
        try
        {
            using var client = await models.ChatAsync(caller, choice.Name, either.Token);
            await foreach (var update in client.GetStreamingResponseAsync(prompt, settings, either.Token))
            {
                silence.CancelAfter(patience);
                foreach (var content in update.Contents)
                {
                    hear?.Invoke(content);
                }

                answer.Add(update);
                RefuseLength(answer.Length);
            }

            // A client may end quietly when it is cancelled; that is not the end of the answer.
            either.Token.ThrowIfCancellationRequested();
            return answer.Build();
        }
        catch (OperationCanceledException ex) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FaultException(
                new Fault(FaultKind.Timeout, "models.too_slow", $"The model was silent for {patience.TotalSeconds} seconds."), ex);
        }
    }

    private void RefuseLength(int length)
    {
        if (length > options.Value.MaxAnswerLength)
        {
            throw new FaultException(Fault.Invalid(
                "models.answer_too_long",
                $"The model wrote more than {options.Value.MaxAnswerLength:N0} characters and was cut off."));
        }
    }
}
