using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Workflows.Triggers.Schedule;

/// <summary>Asks when a schedule starts runs, in the words of the node <c>trigger-schedule</c>.</summary>
public sealed record PreviewSchedule
{
    /// <summary><c>visual</c> or <c>cron</c>.</summary>
    [StringLength(20)]
    public string? Mode { get; init; }

    /// <summary>Of a visual one: <c>hourly</c>, <c>daily</c>, <c>weekly</c> or <c>monthly</c>.</summary>
    [StringLength(20)]
    public string? Frequency { get; init; }

    /// <summary>Of a visual one: <c>{"time": "9:30 AM", "weekdays": ["mon"], "on_minute": 0, "monthly_days": [1, "last"]}</c>.</summary>
    public JsonElement? VisualConfig { get; init; }

    /// <summary>Five fields: minute, hour, day of month, month, day of week.</summary>
    [StringLength(200)]
    public string? CronExpression { get; init; }

    /// <summary>Such as <c>Asia/Shanghai</c>; UTC when it is left out.</summary>
    [StringLength(100)]
    public string? Timezone { get; init; }
}
