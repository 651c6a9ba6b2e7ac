namespace Middeck.Knowledge.Bases;

/// <summary>What a chat model makes of the question before the search.</summary>
public enum RewritingMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One question that stands alone, with what the conversation says filled in.</summary>
    Rewrite,

    /// <summary>Three more ways to ask the same; what all of them find is fused.</summary>
    MultiQuery,
}
