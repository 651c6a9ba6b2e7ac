namespace Middeck.Workflows.Jinja.Values;

/// <summary>Python's range.</summary>
internal sealed class PyRange(long start, long stop, long step)
{
    public long Start { get; } = start;

    public long Stop { get; } = stop;

    public long Step { get; } = step;

    public long Count { get; } = CountOf(start, stop, step);

    public long this[long index] => Start + (index * Step);

    public bool Contains(long value) => Count > 0 && (Step > 0
        ? value >= Start && value < Stop && (value - Start) % Step == 0
        : value <= Start && value > Stop && (Start - value) % -Step == 0);

    // In 128 bits: the ends may be as far apart as 64 bits allow.
    private static long CountOf(Int128 start, Int128 stop, Int128 step)
    {
        var count = step > 0 ? (stop - start + step - 1) / step : (start - stop - step - 1) / -step;
        return count < 0 ? 0 : count > long.MaxValue ? long.MaxValue : (long)count;
    }
}
