namespace Middeck.Search.Vectors.Graph;

/// <summary>Keeps a <see cref="SearchScratch"/> for each core. More walks than that at once make their own.</summary>
internal sealed class ScratchPool(int padded, int neighbours)
{
    private readonly SearchScratch?[] _kept = new SearchScratch?[Environment.ProcessorCount];

    public long EstimatedBytes => _kept.Sum(static scratch => scratch?.EstimatedBytes ?? 0);

    public SearchScratch Rent()
    {
        foreach (ref var place in _kept.AsSpan())
        {
            if (Interlocked.Exchange(ref place, null) is { } scratch)
            {
                return scratch;
            }
        }

        return new SearchScratch(padded, neighbours);
    }

    public void Return(SearchScratch scratch)
    {
        foreach (ref var place in _kept.AsSpan())
        {
            if (Interlocked.CompareExchange(ref place, scratch, null) is null)
            {
                return;
            }
        }
    }
}
