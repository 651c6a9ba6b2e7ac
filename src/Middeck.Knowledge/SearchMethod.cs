namespace Middeck.Knowledge;

/// <summary>How passages are found; the words are Dify's.</summary>
public enum SearchMethod
{
    /// <summary>Words and meaning, fused.</summary>
    HybridSearch,

    /// <summary>Meaning alone: vectors.</summary>
    SemanticSearch,

    /// <summary>Words alone: BM25.</summary>
    FullTextSearch,

    /// <summary>Words alone, for bases without vectors.</summary>
    KeywordSearch,
}
