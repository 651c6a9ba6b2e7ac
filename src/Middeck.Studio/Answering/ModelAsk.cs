using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Answering;

/// <summary>Asks a model something short beside the answer itself.</summary>
internal sealed class ModelAsk(IModelGateway models, TimeProvider clock)
{
    private const int LongestAnswer = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the model says, cut off at 50,000 characters.</summary>
    /// <param name="caller">For whom.</param>
    /// <param name="model"><c>provider/model</c>; null for the workspace's default.</param>
    /// <param name="messages">What it is told.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException"><c>models.*</c>; <c>models.too_slow</c> after a minute.</exception>
    public async Task<string> AskAsync(
        ModelCaller caller,
        string? model,
        IReadOnlyList<ChatMessage> messages,
        ChatOptions options,
        CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var client = await models.ChatAsync(caller, model, either.Token);
            var text = new StringBuilder();
            await foreach (var update in client.GetStreamingResponseAsync(messages, options, either.Token))
            {
                text.Append(update.Text);
                if (text.Length > LongestAnswer)
                {
                    return text.ToString(0, LongestAnswer);
                }
            }

            return text.ToString();
        }
        catch (OperationCanceledException ex) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FaultException(
                new Fault(FaultKind.Timeout, "models.too_slow", $"The model took longer than {Patience.TotalSeconds} s."), ex);
        }
    }
}
