namespace Middeck.Knowledge.Bases;

/// <summary>What a base can be searched by; the words are Dify's.</summary>
internal enum IndexingMethod
{
    /// <summary>Words and vectors.</summary>
    HighQuality,

    /// <summary>Words alone: no model is called.</summary>
    Economy,
}
