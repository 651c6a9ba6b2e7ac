namespace Middeck.Search.Vectors.Graph;

/// <summary>What one walk writes to. Used again by the next one, so that a search allocates only its result.</summary>
internal sealed class SearchScratch(int padded, int neighbours)
{
    public VectorQuery Query { get; } = new(padded);

    public VisitedSlots Visited { get; } = new();

    public Beam Beam { get; } = new();

    public Frontier Frontier { get; } = new();

    /// <summary>The neighbours of one slot that were not seen before.</summary>
    public int[] Fresh { get; } = new int[2 * neighbours];

    /// <summary>The neighbours that were selected.</summary>
    public int[] Selected { get; } = new int[2 * neighbours];

    public long EstimatedBytes
        => Query.EstimatedBytes + Visited.EstimatedBytes + Beam.EstimatedBytes + Frontier.EstimatedBytes
            + ((Fresh.Length + Selected.Length) * (long)sizeof(int));
}
