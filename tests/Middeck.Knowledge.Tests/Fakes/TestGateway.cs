using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Search.Embedding;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Embeds with the builtin embedding, or with topics: one dimension for each group of words that mean the same.</summary>
internal sealed class TestGateway : IModelGateway
{
    private static readonly string[][] Topics =
        [["dog", "puppy", "hound"], ["car", "automobile", "vehicle"], ["rain", "storm", "weather"]];

    /// <summary>Done before each batch; may throw.</summary>
    public Func<int, Task> BeforeBatch { get; set; } = static _ => Task.CompletedTask;

    public List<string> Embedded { get; } = [];

    /// <summary>What the chat model answers to a prompt; may throw.</summary>
    public Func<string, string> Answer { get; set; } = static _ => "";

    public Task<IChatClient> ChatAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult<IChatClient>(new Writer(this));

    public Task<EmbeddingModel> EmbeddingsAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult(model == "test/topics"
            ? new EmbeddingModel("test/topics@1", false, new Generator(this, TopicsOf))
            : new EmbeddingModel("builtin/lexical-embedding@1", true, new Generator(this, static text => LexicalEmbedding.Embed(text))));

    public Task<IReranker?> RerankAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult<IReranker?>(model == "test/shortest" ? new Shortest() : null);

    public Task<string?> DefaultAsync(Guid workspaceId, ModelType type, CancellationToken cancellationToken)
        => Task.FromResult<string?>("builtin/lexical-embedding");

    private static float[] TopicsOf(string text)
        =>
        [
            .. Topics.Select(words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f),
            0.1f,
        ];

    private sealed class Generator(TestGateway gateway, Func<string, float[]> embed)
        : IEmbeddingGenerator<string, Embedding<float>>
    {
        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            await gateway.BeforeBatch(gateway.Embedded.Count);
            cancellationToken.ThrowIfCancellationRequested();
            var texts = values.ToList();
            gateway.Embedded.AddRange(texts);
            return new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(embed(text))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class Writer(TestGateway gateway) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var prompt = string.Join('\n', messages.Select(message => message.Text));
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, gateway.Answer(prompt))));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class Shortest : IReranker
    {
        public Task<IReadOnlyList<float>> ScoreAsync(
            string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<float>>([.. passages.Select(passage => 1f / passage.Length)]);
    }
}
