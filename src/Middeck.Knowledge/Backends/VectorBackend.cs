namespace Middeck.Knowledge.Backends;

/// <summary>Who keeps the vectors of the knowledge bases.</summary>
public enum VectorBackend
{
    /// <summary>Each node, in its memory.</summary>
    Memory,

    /// <summary>PostgreSQL with the extension pgvector.</summary>
    Pgvector,

    /// <summary>Weaviate, by its REST and GraphQL API.</summary>
    Weaviate,

    /// <summary>Qdrant, by its REST API.</summary>
    Qdrant,
}
