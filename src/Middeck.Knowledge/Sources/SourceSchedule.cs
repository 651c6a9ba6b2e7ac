using System.Globalization;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Sources;

/// <summary>How often a source is read: <c>none</c>, <c>hourly</c>, <c>daily</c>, <c>weekly</c>, or <c>45m</c>.</summary>
internal static class SourceSchedule
{
    private const int MinMinutes = 15;
    private const int MaxMinutes = 366 * 24 * 60;

    /// <summary>The time between two runs; null for none.</summary>
    /// <exception cref="FaultException"><c>knowledge.invalid_schedule</c>.</exception>
    public static TimeSpan? Interval(string schedule) => schedule switch
    {
        "none" => null,
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        [.. var digits, 'm'] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= MinMinutes and <= MaxMinutes => TimeSpan.FromMinutes(minutes),
        _ => throw new FaultException(Fault.Invalid(
            "knowledge.invalid_schedule",
            $"schedule must be none, hourly, daily, weekly, or minutes from {MinMinutes} such as 45m.",
            "schedule")),
    };
}
