using System.Diagnostics;

namespace Middeck.Search.Bench;

/// <summary>
/// Times an action often enough for a median; the first rounds, which the compiler still works on, are dropped.
/// </summary>
internal static class Measure
{
    public static Timing Repeat(int warmUp, int rounds, Action<int> action)
    {
        for (var round = 0; round < warmUp; round++)
        {
            action(round);
        }

        var times = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action(round);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new Timing(times[rounds / 2], times[rounds * 95 / 100], times[rounds * 99 / 100]);
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    public static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
