using Middeck.Studio.Insight;

namespace Middeck.Studio.Tests.Insight;

public sealed class TimeStepsTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.05)]
    [InlineData(0.42)]
    [InlineData(3.1)]
    [InlineData(117)]
    [InlineData(1_500)]
    public void A_percentile_is_at_most_a_quarter_wrong(double seconds)
    {
        var counts = new long[TimeSteps.Count];
        counts[TimeSteps.Of(seconds)] = 10;

        var told = TimeSteps.Percentile(counts, 1)!.Value;

        Assert.InRange(told, Math.Max(seconds, 0.05) - 0.001, Math.Max(seconds, 0.05) * 1.2501);
    }

    [Fact]
    public void Half_of_the_times_lie_below_the_median_and_nothing_has_none()
    {
        var counts = new long[TimeSteps.Count];
        counts[TimeSteps.Of(1)] = 50;
        counts[TimeSteps.Of(60)] = 50;

        Assert.InRange(TimeSteps.Percentile(counts, 0.5)!.Value, 0.9, 1.25);
        Assert.InRange(TimeSteps.Percentile(counts, 0.95)!.Value, 48, 75);
        Assert.Null(TimeSteps.Percentile(new long[TimeSteps.Count], 0.5));
    }
}
