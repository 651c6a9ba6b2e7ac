namespace Middeck.Operations;

/// <summary>What the <c>middeck</c> command answers to the shell. Numbers are never reused; scripts rely on them.</summary>
public enum ExitCode
{
    /// <summary>It is done.</summary>
    Ok = 0,

    /// <summary>It failed for a reason that has no number of its own.</summary>
    Failed = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>Middeck is not running in this home.</summary>
    NotRunning = 3,

    /// <summary>It runs but is not healthy.</summary>
    Unhealthy = 4,

    /// <summary>The entry port belongs to another process, or this user may not open it.</summary>
    PortUnavailable = 10,

    /// <summary>The disk has too little room.</summary>
    DiskFull = 11,

    /// <summary>The home cannot be written.</summary>
    HomeNotWritable = 12,

    /// <summary>A configuration key is unknown or a value is not allowed.</summary>
    Configuration = 13,

    /// <summary>PostgreSQL's programs are not installed.</summary>
    PostgresMissing = 14,

    /// <summary>The home's database was made by another major version of PostgreSQL.</summary>
    PostgresVersion = 15,

    /// <summary>It was started but did not become healthy.</summary>
    StartFailed = 16,

    /// <summary>The .NET SDK or Node is missing or too old; the launcher answers this.</summary>
    Toolchain = 17,

    /// <summary>The server that was named does not answer.</summary>
    ServerUnreachable = 18,

    /// <summary>The server does not accept the key, or the key lacks a scope.</summary>
    KeyRefused = 19,

    /// <summary>The server refused the request; the sentence says why.</summary>
    ServerRefused = 20,

    /// <summary>The platform runs, but a service of the catalogue does not work.</summary>
    ServicesFailed = 30,

    /// <summary>The entry's certificate cannot be read, or does not fit its key.</summary>
    EntryCertificate = 35,

    /// <summary>The entry's certificate has expired or will within 14 days.</summary>
    CertificateExpires = 36,

    /// <summary>A backup is cut off, altered or incomplete.</summary>
    BackupDamaged = 40,

    /// <summary>There is no such backup.</summary>
    BackupNotFound = 41,

    /// <summary>The passphrase or the key that a backup needs is missing or another.</summary>
    BackupKey = 42,

    /// <summary>What a restore would replace is there, and nobody said that it may go.</summary>
    NotEmpty = 43,

    /// <summary>The place for backups cannot be read or written.</summary>
    BackupTarget = 44,

    /// <summary>The restore for trial failed; its record says where.</summary>
    DrillFailed = 45,

    /// <summary>The upgrade failed and the version and the data before are back.</summary>
    UpgradeUndone = 46,

    /// <summary>The data is of a newer version than this program.</summary>
    SchemaNewer = 47,

    /// <summary>Checks found something critical, and it was not repaired.</summary>
    Critical = 48,

    /// <summary>Checks found nothing worse than warnings.</summary>
    Warnings = 49,

    /// <summary>The installation is not ready for production; <c>--force</c> overrides.</summary>
    NotReady = 50,

    /// <summary>The account cannot be made or changed; the sentence says why.</summary>
    AccountRefused = 51,

    /// <summary>A program that the command needs is not installed.</summary>
    ProgramMissing = 52,

    /// <summary>The question was answered with no; nothing was changed.</summary>
    Declined = 53,
}
