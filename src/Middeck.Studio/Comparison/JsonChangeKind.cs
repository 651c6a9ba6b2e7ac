namespace Middeck.Studio.Comparison;

/// <summary>What became of a place.</summary>
internal enum JsonChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is there no more.</summary>
    Removed,

    /// <summary>It has another value.</summary>
    Changed,
}
