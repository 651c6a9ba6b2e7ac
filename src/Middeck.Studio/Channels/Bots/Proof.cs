using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Middeck.Studio.Channels.Bots;

/// <summary>What calls prove themselves by.</summary>
internal static class Proof
{
    /// <summary>How far DingTalk lets clocks differ; where a platform says nothing, the same.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Whether two texts are the same, in a time that tells nothing of where they differ. An empty one proves nothing.</summary>
    public static bool IsEqual(string given, string expected)
        => expected.Length > 0
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    /// <summary>Whether a time, in seconds since 1970, is near enough to now: a call that was overheard cannot be sent again for ever.</summary>
    public static bool IsRecent(string seconds, TimeSpan window, TimeProvider clock)
        => long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && Math.Abs((double)clock.GetUtcNow().ToUnixTimeSeconds() - at) <= window.TotalSeconds;
}
