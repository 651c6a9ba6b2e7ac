namespace Middeck.Studio.Insight;

/// <summary>
/// Counts times in 48 steps, each a quarter longer than the one before: up to 0.05 s, up to 0.0625 s, … up to half an hour and
/// beyond. Counts of many half hours add up, and a percentile of the sum is at most a quarter wrong.
/// </summary>
internal static class TimeSteps
{
    public const int Count = 48;

    private const double First = 0.05;
    private const double Growth = 1.25;

    /// <summary>The step of a time.</summary>
    /// <param name="seconds">0 or more.</param>
    public static int Of(double seconds)
        => seconds <= First
            ? 0
            : Math.Min(Count - 1, (int)Math.Ceiling(Math.Log(seconds / First) / Math.Log(Growth) - 1e-9));

    /// <summary>The time that a share of the counted ones does not exceed, in seconds; null when none was counted.</summary>
    /// <param name="counts">How many there were at each step.</param>
    /// <param name="share">0 to 1.</param>
    public static double? Percentile(IReadOnlyList<long> counts, double share)
    {
        var total = counts.Sum();
        if (total == 0)
        {
            return null;
        }

        var rank = share * total;
        var below = 0L;
        for (var step = 0; ; step++)
        {
            if (below + counts[step] >= rank && counts[step] > 0)
            {
                var (from, to) = (step == 0 ? 0 : Upper(step - 1), Upper(step));
                return Math.Round(from + ((to - from) * Math.Clamp((rank - below) / counts[step], 0, 1)), 3);
            }

            below += counts[step];
        }
    }

    private static double Upper(int step) => First * Math.Pow(Growth, step);
}
