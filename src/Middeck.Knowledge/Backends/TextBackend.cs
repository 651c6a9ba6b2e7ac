namespace Middeck.Knowledge.Backends;

/// <summary>Who keeps the words of the knowledge bases.</summary>
public enum TextBackend
{
    /// <summary>Each node, in its memory.</summary>
    Memory,

    /// <summary>OpenSearch, by its REST API.</summary>
    Opensearch,
}
