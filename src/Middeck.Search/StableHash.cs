namespace Middeck.Search;

/// <summary>
/// FNV-1a over UTF-16 code units with MurmurHash3's finaliser. The same on every machine and in every process, unlike
/// <see cref="string.GetHashCode()"/>; stored embeddings depend on it, so it never changes.
/// </summary>
internal static class StableHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = OffsetBasis ^ seed;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * Prime;
        }

        // FNV alone leaves the low bits weak for short words, and they choose the bucket and the dimension.
        return Mix(hash);
    }

    /// <summary>Spreads what differs in a few bits over all 64.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
