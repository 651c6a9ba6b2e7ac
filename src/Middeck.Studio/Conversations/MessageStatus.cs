namespace Middeck.Studio.Conversations;

/// <summary>How far an answer is.</summary>
internal enum MessageStatus
{
    /// <summary>A node is working on it, under a lease.</summary>
    Running,

    /// <summary>The model finished.</summary>
    Completed,

    /// <summary>Somebody stopped it; what was written until then is kept.</summary>
    Stopped,

    /// <summary>It ended with an error; what was written until then is kept.</summary>
    Failed,
}
