namespace Middeck.Studio.Channels.Deliveries;

/// <summary>How long a delivery rests after an attempt that failed.</summary>
internal static class DeliveryPause
{
    // As the Standard Webhooks specification proposes: soon at first, and for about a day.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <param name="attempt">1 for the first.</param>
    /// <param name="asked">What the other end asked for; it never shortens the pause.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked)
    {
        var own = Pauses[Math.Clamp(attempt - 1, 0, Pauses.Length - 1)];
        return asked is { } wish && wish > own ? (wish < Longest ? wish : Longest) : own;
    }
}
