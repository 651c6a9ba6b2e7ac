namespace Middeck.Workflows.Containers;

/// <summary>What an iteration does with an item that failed.</summary>
internal enum ItemErrorMode
{
    /// <summary>It fails as a whole.</summary>
    Terminate,

    /// <summary>Its result has nothing in that item's place.</summary>
    Continue,

    /// <summary>Its result leaves the item out.</summary>
    Remove,
}
