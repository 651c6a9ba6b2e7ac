using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Search.Embedding;

namespace Middeck.Knowledge.Bench;

/// <summary>The builtin embedding without the rows that count its use.</summary>
internal sealed class BuiltinGateway : IModelGateway
{
    public Task<IChatClient> ChatAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<EmbeddingModel> EmbeddingsAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult(new EmbeddingModel("builtin/lexical-embedding@1", true, new Generator()));

    public Task<IReranker?> RerankAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => Task.FromResult<IReranker?>(null);

    public Task<string?> DefaultAsync(Guid workspaceId, ModelType type, CancellationToken cancellationToken)
        => Task.FromResult<string?>("builtin/lexical-embedding");

    private sealed class Generator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
                values.Select(text => new Embedding<float>(LexicalEmbedding.Embed(text)))));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
