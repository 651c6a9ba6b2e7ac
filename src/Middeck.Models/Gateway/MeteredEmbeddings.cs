using Microsoft.Extensions.AI;
using Middeck.Models.Catalogue;
using Middeck.Models.Usage;

namespace Middeck.Models.Gateway;

/// <summary>Counts an embedding call; its usage row is in the database before the vectors are handed out.</summary>
internal sealed class MeteredEmbeddings(
    IEmbeddingGenerator<string, Embedding<float>> inner, ModelCaller caller, ResolvedModel model, CallMeters meters)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Length == 0)
        {
            return [];
        }

        return await meters.Begin(caller, model).MeasureAsync(
            () => inner.GenerateAsync(texts, options, cancellationToken),
            vectors => vectors.Usage?.InputTokenCount is { } told
                ? new TokenCount(told, 0, IsEstimated: false)
                : new TokenCount(TokenEstimate.Of(texts), 0, IsEstimated: true));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose() => inner.Dispose();
}
