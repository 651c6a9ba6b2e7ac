using Middeck.Core.Errors;

namespace Middeck.Knowledge.Backends;

/// <summary>What every store says in the same words.</summary>
internal static class IndexFaults
{
    public static FaultException Missing(string store) => new(Fault.Conflict(
        "knowledge.index_missing",
        $"The store '{store}' has no index of this knowledge base: it was never made, or it was dropped. Index the base anew."));

    public static FaultException OtherDimensions(string store, VectorCollection collection, long found) => new(Fault.Conflict(
        "knowledge.index_dimensions",
        $"The store '{store}' holds vectors of {found} components for '{collection.EmbeddingKey}', not of "
        + $"{collection.Dimensions}. Give the embedding model another key, or drop the base's index and index it anew."));
}
