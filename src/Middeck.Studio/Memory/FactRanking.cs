using System.Numerics.Tensors;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Memory;

/// <summary>Orders facts by how near they are to a question. Vectors that are missing are made on the way and kept.</summary>
internal sealed class FactRanking(IModelGateway models, MemoryFactStore store)
{
    /// <exception cref="Core.Errors.FaultException"><c>models.*</c>.</exception>
    public async Task<IReadOnlyList<MemoryFactRow>> RankAsync(
        ModelCaller caller, string question, IReadOnlyList<MemoryFactRow> facts, CancellationToken cancellationToken)
    {
        var model = await models.EmbeddingsAsync(caller, null, cancellationToken);
        using var generator = model.Generator;
        var missing = facts.Where(fact => fact.EmbeddingKey != model.Key || fact.Embedding is null).ToList();
        var made = await generator.GenerateAsync(
            [question, .. missing.Select(fact => fact.Text)], options: null, cancellationToken);
        var vectors = facts.ToDictionary(fact => fact.Id, fact => fact.Embedding ?? []);
        foreach (var (index, fact) in missing.Index())
        {
            var vector = made[index + 1].Vector.ToArray();
            vectors[fact.Id] = vector;
            await store.SaveVectorAsync(fact, model.Key, vector, cancellationToken);
        }

        var asked = made[0].Vector.ToArray();
        return [.. facts.OrderByDescending(fact => Nearness(asked, vectors[fact.Id]))];
    }

    // A text without a word has a vector of zeros, which is near to nothing.
    private static float Nearness(float[] one, float[] other)
        => one.Length == other.Length && TensorPrimitives.CosineSimilarity(one, other) is var near && float.IsFinite(near)
            ? near
            : -1;
}
