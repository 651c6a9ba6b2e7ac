using Microsoft.Extensions.AI;
using Middeck.Models.Providers;
using Middeck.Search.Embedding;

namespace Middeck.Models.Builtin;

/// <summary><c>builtin/lexical-embedding</c>.</summary>
internal sealed class LexicalEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(LexicalEmbedding.Embed(text)) { ModelId = BuiltinProvider.LexicalEmbedding });
        }

        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata(
                ProviderKinds.Builtin, null, BuiltinProvider.LexicalEmbedding, LexicalEmbedding.Dimensions)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
