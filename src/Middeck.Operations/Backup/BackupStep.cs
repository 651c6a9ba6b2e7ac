namespace Middeck.Operations.Backup;

/// <summary>The steps of work on a backup.</summary>
public enum BackupStep
{
    /// <summary>The database.</summary>
    Database,

    /// <summary>Uploaded files.</summary>
    Objects,

    /// <summary>Configuration and keys.</summary>
    Configuration,

    /// <summary>Sums are compared.</summary>
    Checking,

    /// <summary>The restored platform is started and asked.</summary>
    Platform,
}
