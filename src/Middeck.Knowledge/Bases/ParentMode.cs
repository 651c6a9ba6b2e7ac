namespace Middeck.Knowledge.Bases;

/// <summary>What the parent of a searched part is; the words are Dify's.</summary>
public enum ParentMode
{
    /// <summary>A passage, cut as the separator and the length say.</summary>
    Paragraph,

    /// <summary>The whole document, of which the first 10,000 characters are kept.</summary>
    FullDoc,
}
