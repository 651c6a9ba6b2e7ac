namespace Middeck.Knowledge.Documents;

/// <summary>Where a document stands; the words are Dify's, and <see cref="Cancelled"/> is ours.</summary>
internal enum DocumentStatus
{
    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>Its text is being read.</summary>
    Parsing,

    /// <summary>Its text is being cleaned.</summary>
    Cleaning,

    /// <summary>Its text is being cut into chunks.</summary>
    Splitting,

    /// <summary>Its chunks are being embedded.</summary>
    Indexing,

    /// <summary>It can be found.</summary>
    Completed,

    /// <summary>It could not be read or indexed; <c>error</c> says why.</summary>
    Error,

    /// <summary>Held back until somebody goes on with it.</summary>
    Paused,

    /// <summary>Stopped because somebody asked.</summary>
    Cancelled,
}
