using System.Numerics.Tensors;

namespace Middeck.Knowledge.Backends;

/// <summary>What every store says of vectors before it asks its product: the products would answer in different words, or not at all.</summary>
internal static class VectorChecks
{
    /// <exception cref="ArgumentException">A vector has another length than the collection, or a component that is not finite.</exception>
    public static void ThrowIfUnfit(VectorCollection collection, IReadOnlyList<VectorEntry> entries)
    {
        foreach (var entry in entries)
        {
            ThrowIfUnfit(collection, entry.Vector.Span);
        }
    }

    /// <summary>Whether a search can find anything at all.</summary>
    /// <exception cref="ArgumentException">The query has another length than the collection, or a component that is not finite.</exception>
    public static bool CanFind(
        VectorCollection collection, ReadOnlySpan<float> query, int limit, IReadOnlyCollection<Guid>? documents)
    {
        ThrowIfUnfit(collection, query);
        return limit > 0 && documents is not { Count: 0 } && query.ContainsAnyExcept(0f);
    }

    private static void ThrowIfUnfit(VectorCollection collection, ReadOnlySpan<float> vector)
    {
        if (vector.Length != collection.Dimensions)
        {
            throw new ArgumentException(
                $"A vector of {vector.Length} components does not fit a collection of {collection.Dimensions}.");
        }

        if (!TensorPrimitives.IsFiniteAll(vector))
        {
            throw new ArgumentException("A vector must have finite components.");
        }
    }
}
