namespace Middeck.Studio.Sites.Batches;

/// <summary>Where a line of a batch stands.</summary>
internal enum BatchRowState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is being answered.</summary>
    Running,

    /// <summary>It has an answer.</summary>
    Succeeded,

    /// <summary>It has none, and a sentence why.</summary>
    Failed,
}
