using System.ComponentModel.DataAnnotations;

namespace Middeck.Operations.Checks;

/// <summary>From where on <c>middeck doctor</c> speaks up.</summary>
public sealed class CheckOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "doctor";

    /// <summary>Megabytes free on a disk under which it warns, 1 to 100,000,000; under a quarter of it the finding is critical.</summary>
    [Range(1, 100_000_000)]
    public int DiskFreeMegabytes { get; set; } = 2048;

    /// <summary>Days before a certificate ends from which on it warns, 1 to 365.</summary>
    [Range(1, 365)]
    public int CertificateDays { get; set; } = 21;

    /// <summary>Seconds after which a statement counts as slow, 1 to 86,400.</summary>
    [Range(1, 86_400)]
    public int SlowQuerySeconds { get; set; } = 60;

    /// <summary>Seconds that two clocks may be apart, 1 to 3,600.</summary>
    [Range(1, 3_600)]
    public int ClockSkewSeconds { get; set; } = 5;

    /// <summary>Megabytes that one log file may have, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int LogMegabytes { get; set; } = 200;

    /// <summary>Days after which the last verified backup counts as old, 1 to 365.</summary>
    [Range(1, 365)]
    public int BackupDays { get; set; } = 7;

    /// <summary>Days after which the last restore that was tried counts as old, 1 to 3,650.</summary>
    [Range(1, 3_650)]
    public int DrillDays { get; set; } = 90;
}
