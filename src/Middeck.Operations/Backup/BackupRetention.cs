namespace Middeck.Operations.Backup;

/// <summary>How many backups stay: the newest of each of so many days, weeks and months. All 0: every one.</summary>
public sealed class BackupRetention
{
    /// <summary>Days, 0 or more.</summary>
    public int Daily { get; set; } = 7;

    /// <summary>Weeks (ISO 8601, from Monday), 0 or more.</summary>
    public int Weekly { get; set; } = 4;

    /// <summary>Months, 0 or more.</summary>
    public int Monthly { get; set; } = 12;
}
