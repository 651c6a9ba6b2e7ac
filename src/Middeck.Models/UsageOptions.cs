using System.ComponentModel.DataAnnotations;
using Middeck.Models.Usage;

namespace Middeck.Models;

/// <summary>How usage is kept.</summary>
public sealed class UsageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "usage";

    /// <summary>
    /// <c>process</c>: rows survive the death of our process, and a power cut may lose the last 0.6 seconds.
    /// <c>commit</c>: they survive that too, at the price of a disk flush for each group of rows.
    /// </summary>
    public UsageDurability Durability { get; set; } = UsageDurability.Process;

    /// <summary>Days until a row gives way to its day's sums, 1 to 3650. The sums stay.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 400;
}
