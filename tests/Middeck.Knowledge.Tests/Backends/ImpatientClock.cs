namespace Middeck.Knowledge.Tests.Backends;

/// <summary>The system's clock, on which waits of a few seconds between two tries are over at once.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < Short ? TimeSpan.Zero : dueTime, period);
}
