using Microsoft.AspNetCore.Mvc;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Insight;

/// <summary>Asks for an app's numbers.</summary>
internal sealed record InsightQuery
{
    private const int MostDays = 366;

    /// <summary>The first day, such as <c>2026-11-01</c>; 30 days back when it is left out.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>The last day; today when it is left out.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    /// <summary>Whose days: an offset in whole or half hours, such as <c>+08:00</c>; UTC when it is left out.</summary>
    [FromQuery(Name = "zone")]
    public string? Zone { get; init; }

    /// <summary><c>source</c> or <c>model</c>: numbers for each.</summary>
    [FromQuery(Name = "by")]
    public string? By { get; init; }

    /// <summary>The days that are asked for.</summary>
    /// <exception cref="FaultException"><c>insight.invalid_range</c>.</exception>
    public (DateOnly From, DateOnly To) RangeAt(DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? to.AddDays(-29);
        return from <= to && to.DayNumber - from.DayNumber < MostDays
            && from.Year > 1 && to.Year < 9999
                ? (from, to)
                : throw new FaultException(Fault.Invalid(
                    "insight.invalid_range", $"from must not be after to, and the range may have at most {MostDays} days.", "from"));
    }

    /// <exception cref="FaultException"><c>insight.invalid_by</c>.</exception>
    public InsightBy? Groups()
        => string.IsNullOrEmpty(By) ? null
            : SnakeCase.TryParse<InsightBy>(By, out var by) ? by
            : throw new FaultException(Fault.Invalid("insight.invalid_by", "by must be source or model.", "by"));
}
