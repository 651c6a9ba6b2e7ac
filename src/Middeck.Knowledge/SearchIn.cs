namespace Middeck.Knowledge;

/// <summary>Where the index of a base is searched.</summary>
public enum SearchIn
{
    /// <summary>In the memory of each node.</summary>
    Memory,

    /// <summary>In PostgreSQL, by words: the base has outgrown the memory that searches may use.</summary>
    Database,

    /// <summary>In a back end of its own, or by somebody else's API.</summary>
    External,
}
