using System.Text;

namespace Middeck.Studio.Chat;

/// <summary>
/// Guesses how many tokens a text is, a little too high: one per Chinese, Japanese or Korean character, one per four others.
/// Good enough to bound a history; what is billed is what the model counts.
/// </summary>
internal static class TokenEstimate
{
    public static int Of(string text)
    {
        var wide = 0;
        var narrow = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWide(rune))
            {
                wide++;
            }
            else
            {
                narrow++;
            }
        }

        return wide + ((narrow + 3) / 4);
    }

    // From the radicals on, Unicode's blocks are those of East Asia and of symbols, which cost a token or more each.
    private static bool IsWide(Rune rune) => rune.Value >= 0x2E80;
}
