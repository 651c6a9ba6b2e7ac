using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Usage;

namespace Middeck.Models.Gateway;

/// <summary>
/// Counts a chat call. Its usage row is in the database before the stream ends, whether it ends well, badly or because nobody
/// listens any more; and the last update always tells the tokens, estimated when the provider does not.
/// </summary>
internal sealed class MeteredChatClient(IChatClient inner, ModelCaller caller, ResolvedModel model, CallMeters meters) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> prompt = [.. messages];
        var meter = meters.Begin(caller, model);
        var tally = new ChatTally(prompt, options?.Instructions);
        // Whoever leaves this method by another way than its end has stopped listening.
        var (status, error) = (UsageStatus.Cancelled, (string?)null);
        var updates = inner.GetStreamingResponseAsync(prompt, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    (status, error) = (UsageStatus.Failed, (ex as FaultException)?.Fault.Code ?? "internal.unexpected");
                    throw;
                }

                if (tally.Add(updates.Current))
                {
                    meter.FirstToken();
                }

                yield return updates.Current;
            }

            status = UsageStatus.Ok;
            await meter.EndAsync(tally.Tokens(status), status, null);
            if (tally.Estimate() is { } estimate)
            {
                yield return estimate;
            }
        }
        finally
        {
            // First the socket, then the books.
            await updates.DisposeAsync();
            if (status != UsageStatus.Ok)
            {
                await meter.TryEndAsync(tally.Tokens(status), status, error);
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata(model.Connection.Name, model.Connection.BaseUri, model.FullName)
            : inner.GetService(serviceType, serviceKey);

    public void Dispose() => inner.Dispose();
}
