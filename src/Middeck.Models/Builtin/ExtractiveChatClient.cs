using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Middeck.Models.Providers;

namespace Middeck.Models.Builtin;

/// <summary>
/// <c>builtin/extractive</c>: answers by quoting the sentences of the supplied context that fit the last question, and says so.
/// It writes nothing of its own.
/// </summary>
internal sealed class ExtractiveChatClient : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var word in WordPieces.Of(Answer([.. messages], options?.Instructions)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, word) { ModelId = BuiltinProvider.Extractive };
            await Task.Yield();
        }

        yield return new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ModelId = BuiltinProvider.Extractive,
            FinishReason = ChatFinishReason.Stop,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata(ProviderKinds.Builtin, null, BuiltinProvider.Extractive)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static string Answer(IReadOnlyList<ChatMessage> messages, string? instructions)
    {
        var question = messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
        var system = messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text);
        var words = ExtractiveWords.For(question);
        if (ContextReader.Read(string.Join('\n', system.Prepend(instructions))) is not { } passages)
        {
            return words.NoContext;
        }

        var quotes = SentenceRanker.Rank(question, passages);
        return quotes.Count == 0
            ? words.NothingFits
            : $"{words.Found}\n\n{string.Join('\n', quotes.Select(quote => $"- {quote.Sentence} [{quote.Number}]"))}";
    }
}
