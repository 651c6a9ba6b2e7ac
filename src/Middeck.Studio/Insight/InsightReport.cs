namespace Middeck.Studio.Insight;

/// <summary>What an app came to over a range of days. Drafts and tests do not count.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included.</param>
/// <param name="Zone">Whose days they are, such as <c>+08:00</c>.</param>
/// <param name="Total">Of all days.</param>
/// <param name="Days">Every day of the range, in order.</param>
/// <param name="Groups">By what was asked for, most messages first; empty when nothing was.</param>
internal sealed record InsightReport(
    DateOnly From,
    DateOnly To,
    string Zone,
    InsightFigures Total,
    IReadOnlyList<InsightDay> Days,
    IReadOnlyList<InsightGroup> Groups);
