namespace Middeck.Knowledge.Bases;

/// <summary>What a base can be searched by; the words are Dify's.</summary>
public enum IndexingMethod
{
    /// <summary>Words and vectors.</summary>
    HighQuality,

    /// <summary>Words alone: no model is called.</summary>
    Economy,
}
