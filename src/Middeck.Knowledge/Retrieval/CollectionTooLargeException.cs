namespace Middeck.Knowledge.Retrieval;

/// <summary>A base's index does not fit into the memory that searches may use.</summary>
internal sealed class CollectionTooLargeException(long bytes, int entries)
    : Exception($"The index takes more than {bytes} bytes with its first {entries} entries.")
{
    /// <summary>What it took when the loading was given up.</summary>
    public long Bytes { get; } = bytes;

    /// <summary>The entries that were loaded by then.</summary>
    public int Entries { get; } = entries;
}
