namespace Middeck.Knowledge.Backends;

/// <summary>How much goes to a back end at once.</summary>
internal static class Batches
{
    /// <summary>The most hits that a search asks for: what Weaviate and OpenSearch give unless they are told otherwise.</summary>
    public const int MostHits = 10_000;

    // 200 vectors of 3,072 components are about 8 MB of JSON; Qdrant refuses bodies over 32 MB.
    private const int Entries = 200;
    private const int Ids = 1000;

    /// <summary>The entries in pieces that one request can hold, each id once, with its last entry.</summary>
    public static IEnumerable<T[]> Of<T>(IReadOnlyList<T> entries, Func<T, Guid> id)
        => entries.Reverse().DistinctBy(id).Reverse().Chunk(Entries);

    /// <summary>The ids in pieces that one request can hold.</summary>
    public static IEnumerable<Guid[]> Of(IReadOnlyCollection<Guid> ids) => ids.Distinct().Chunk(Ids);
}
