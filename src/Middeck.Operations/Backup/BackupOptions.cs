using System.ComponentModel.DataAnnotations;
using Middeck.Operations.Backup.Schedules;

namespace Middeck.Operations.Backup;

/// <summary>Where backups go, how they are sealed, when they are made and how long they stay.</summary>
public sealed class BackupOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "backup";

    /// <summary>A folder or <c>s3://bucket/prefix</c>. Empty: <c>backups</c> in the home.</summary>
    public string To { get; set; } = "";

    /// <summary>A file whose first line is the passphrase that backups are encrypted with. Empty: none.</summary>
    public string PassphraseFile { get; set; } = "";

    /// <summary>The public key (<c>age1…</c>) that backups are encrypted for. Empty: none.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>The file with the private key to <see cref="Recipient"/>, for drills that run by themselves. Empty: none.</summary>
    public string IdentityFile { get; set; } = "";

    /// <summary>How hard the database is compressed, 0 (not at all) to 9.</summary>
    [Range(0, 9)]
    public int Compression { get; set; } = 3;

    /// <summary>When a backup is made: five cron fields in UTC, such as <c>30 3 * * *</c>. Empty: only by hand.</summary>
    public string Schedule { get; set; } = "";

    /// <summary>When the newest backup is restored for trial: five cron fields in UTC. Empty: only by hand.</summary>
    public string DrillSchedule { get; set; } = "";

    /// <summary>Whether the private PostgreSQL keeps its write-ahead log, so that any moment can be restored.</summary>
    public bool WalArchive { get; set; }

    /// <summary>Where the write-ahead log is kept. Empty: beside the private PostgreSQL's data.</summary>
    public string WalFolder { get; set; } = "";

    /// <summary>How many scheduled backups stay.</summary>
    public BackupRetention Retention { get; set; } = new();

    /// <summary>How an <c>s3://</c> address is reached.</summary>
    public BackupS3Options S3 { get; set; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PassphraseFile.Length > 0 && Recipient.Length > 0)
        {
            yield return new ValidationResult(
                "backup.passphrase_file and backup.recipient exclude each other.", [nameof(Recipient)]);
        }

        if (Schedule.Length > 0 && !CronExpression.TryParse(Schedule, out _))
        {
            yield return new ValidationResult(CronExpression.Allowed, [nameof(Schedule)]);
        }

        if (DrillSchedule.Length > 0 && !CronExpression.TryParse(DrillSchedule, out _))
        {
            yield return new ValidationResult(CronExpression.Allowed, [nameof(DrillSchedule)]);
        }

        if (Retention.Daily < 0 || Retention.Weekly < 0 || Retention.Monthly < 0)
        {
            yield return new ValidationResult("backup.retention takes numbers from 0.", [nameof(Retention)]);
        }
    }
}
