using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
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
        var tally = new ChatTally(prompt, options?.Instructions, model.Price);
        var updates = inner.GetStreamingResponseAsync(prompt, options, cancellationToken);
        await foreach (var update in meter.MeasureAsync(updates, Count, tally.Tokens, cancellationToken))
        {
            yield return update;
        }

        if (tally.Estimate() is { } estimate)
        {
            yield return estimate;
        }

        void Count(ChatResponseUpdate update)
        {
            if (tally.Add(update))
            {
                meter.FirstToken();
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata(model.Connection.Name, model.Connection.BaseUri, model.FullName)
            : inner.GetService(serviceType, serviceKey);

    public void Dispose() => inner.Dispose();
}
