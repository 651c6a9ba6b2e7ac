namespace Middeck.Knowledge.Bases;

/// <summary>When text is recognised in pictures.</summary>
public enum OcrMode
{
    /// <summary>Where a page has no text of its own.</summary>
    Auto,

    /// <summary>Never: pages that are pictures stay empty.</summary>
    Off,
}
