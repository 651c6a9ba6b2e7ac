namespace Middeck.Workflows.Streaming;

/// <summary>Where a response stands.</summary>
internal enum SessionState : byte
{
    /// <summary>It is not certain that it will be written.</summary>
    Waiting,

    /// <summary>It is certain, and others write before it.</summary>
    Queued,

    /// <summary>It is the one that writes.</summary>
    Active,

    /// <summary>It is written, or never will be.</summary>
    Done,
}
