namespace Middeck.Knowledge.Bases;

/// <summary>What counts more in a weighted score; the words are Dify's.</summary>
public enum WeightType
{
    /// <summary>As the numbers say.</summary>
    Customized,

    /// <summary>Meaning 0.7, words 0.3.</summary>
    SemanticFirst,

    /// <summary>Meaning 0.3, words 0.7.</summary>
    KeywordFirst,
}
