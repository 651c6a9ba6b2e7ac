using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>
/// <c>POST chat/completions</c>, always streamed: a long answer then never looks like a dead provider. Each update carries the
/// event as it came in <see cref="ChatResponseUpdate.RawRepresentation"/>, with the fields that we do not know.
/// </summary>
internal sealed class OpenAiChatClient(UpstreamClient upstream, ProviderConnection connection, string model) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var patience = upstream.BeginPatience(cancellationToken);
        using var response = await upstream.SendAsync(
            connection, "chat/completions", ChatRequest.Write(model, messages, options), patience);
        var decoder = new ChunkDecoder(connection, model);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            // Some servers ignore "stream" and answer in one piece.
            using var whole = await JsonAnswer.ReadAsync(response, connection, patience);
            yield return decoder.DecodeWhole(whole.RootElement.Clone(), response);
        }
        else
        {
            await using var chunks = await ChunkReader.OpenAsync(response, connection, patience);
            while (await chunks.NextAsync() is { } chunk)
            {
                if (decoder.Decode(chunk) is { } update)
                {
                    yield return update;
                }
            }

            decoder.EnsureComplete(chunks.SawDone);
        }

        if (decoder.Usage() is { } usage)
        {
            yield return usage;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(connection.Name, connection.BaseUri, model)
            : serviceType.IsInstanceOfType(this) ? this
            : null;

    public void Dispose()
    {
        // Connections belong to the HTTP client's pool.
    }
}
