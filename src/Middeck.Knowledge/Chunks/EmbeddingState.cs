namespace Middeck.Knowledge.Chunks;

/// <summary>Whether a chunk is found by meaning yet. By its words it is found at once.</summary>
internal enum EmbeddingState
{
    /// <summary>Its vectors are there.</summary>
    Ready,

    /// <summary>The embedding model has not answered yet.</summary>
    Pending,
}
