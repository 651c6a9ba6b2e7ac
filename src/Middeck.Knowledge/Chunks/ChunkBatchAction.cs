namespace Middeck.Knowledge.Chunks;

/// <summary>What is done to several chunks at once.</summary>
public enum ChunkBatchAction
{
    /// <summary>Searches may find them.</summary>
    Enable,

    /// <summary>Searches no longer find them.</summary>
    Disable,

    /// <summary>They are gone.</summary>
    Delete,
}
