namespace Middeck.Studio.Insight;

/// <summary>A day's numbers.</summary>
/// <param name="Day">In the zone that was asked for.</param>
/// <param name="Figures">All zeros for a day without messages.</param>
internal sealed record InsightDay(DateOnly Day, InsightFigures Figures);
