namespace Middeck.Knowledge.Sources;

/// <summary>Where a source stands.</summary>
internal enum SourceState
{
    /// <summary>Its last run went well, or there was none.</summary>
    Idle,

    /// <summary>A run is asked for.</summary>
    Queued,

    /// <summary>A run goes on.</summary>
    Running,

    /// <summary>So much was gone in the last run that somebody has to agree before documents go.</summary>
    NeedsConfirmation,

    /// <summary>Its last run failed; <c>error</c> says why.</summary>
    Error,

    /// <summary>It is being deleted with its documents.</summary>
    Removing,
}
