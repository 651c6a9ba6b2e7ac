namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>What a run has of a slot.</summary>
internal enum SlotState
{
    /// <summary>A place in the line.</summary>
    Waiting,

    /// <summary>The slot.</summary>
    Held,

    /// <summary>Nothing any more.</summary>
    Left,
}
