namespace Middeck.Operations.Backup;

/// <summary>What somebody wants done with backups. What is null is taken from the configuration.</summary>
public sealed record BackupRequest
{
    /// <summary>A folder or <c>s3://bucket/prefix</c>.</summary>
    public string? Address { get; init; }

    /// <summary>A file whose first line is the passphrase.</summary>
    public string? PassphraseFile { get; init; }

    /// <summary>The public key of age to seal for.</summary>
    public string? Recipient { get; init; }

    /// <summary>The file with the private key of age to open with.</summary>
    public string? IdentityFile { get; init; }

    /// <summary>Why a backup is made: <c>manual</c>, <c>schedule</c> or <c>upgrade</c>.</summary>
    public string Reason { get; init; } = "manual";
}
