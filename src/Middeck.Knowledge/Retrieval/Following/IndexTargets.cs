namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>The indexes outside the nodes' memory that this installation has.</summary>
internal sealed class IndexTargets(DatabaseWords database, VectorFollower vectors, TextFollower texts, IndexPlaces places)
{
    /// <summary>Back ends that every base is in.</summary>
    public IReadOnlyList<IIndexTarget> Chosen { get; } =
    [
        .. places.VectorsInMemory ? (IIndexTarget[])[] : [vectors],
        .. places.WordsInMemory ? (IIndexTarget[])[] : [texts],
    ];

    /// <summary>Those, and the one for bases that have outgrown the memory.</summary>
    public IReadOnlyList<IIndexTarget> All => [database, .. Chosen];
}
