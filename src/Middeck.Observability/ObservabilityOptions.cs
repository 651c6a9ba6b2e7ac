using System.ComponentModel.DataAnnotations;

namespace Middeck.Observability;

/// <summary>How long failures are remembered, and who is told of them.</summary>
public sealed class ObservabilityOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "observability";

    /// <summary>Days until a row of the error log is removed, 1 to 3650.</summary>
    [Range(1, 3650)]
    public int ErrorKeepDays { get; set; } = 30;

    /// <summary>Taken over from <c>ERROR_MONITOR_ENABLED</c>. The error log itself is always kept.</summary>
    public bool ErrorMonitorEnabled { get; set; }

    /// <summary>Taken over from <c>ERROR_MONITOR_WEBHOOK_URL</c>, so that an installation that has it starts; not called by this version.</summary>
    [Url]
    public string? ErrorMonitorWebhookUrl { get; set; }
}
