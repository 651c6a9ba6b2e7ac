using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks a chat model for a small JSON object before a search. A model that fails or dawdles costs no answer.</summary>
internal sealed class QueryModel(IModelGateway models, TimeProvider clock)
{
    private const int MaxOutputTokens = 1000;

    /// <returns>The object, or null and the reason in words.</returns>
    public async Task<(T? Answer, string Reason)> AskAsync<T>(
        ModelCaller caller,
        string? model,
        int timeoutSeconds,
        string instructions,
        string input,
        CancellationToken cancellationToken) where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(timeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var client = await models.ChatAsync(caller, model, either.Token);
            var answer = await client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, instructions), new ChatMessage(ChatRole.User, input)],
                new ChatOptions { Temperature = 0, MaxOutputTokens = MaxOutputTokens },
                either.Token);
            return ModelJson.Read<T>(answer.Text) is { } read
                ? (read, "")
                : (null, "the model did not answer with the JSON that it was asked for");
        }
        catch (FaultException ex)
        {
            return (null, $"the model failed ({ex.Fault.Code})");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, $"the model took longer than {timeoutSeconds} s");
        }
    }
}
