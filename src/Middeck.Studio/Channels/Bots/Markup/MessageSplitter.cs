using System.Text;

namespace Middeck.Studio.Channels.Bots.Markup;

/// <summary>Cuts long text into messages: where a paragraph ends, else a line, else a sentence, else a word.</summary>
internal static class MessageSplitter
{
    private const string Fence = "```";
    private static readonly char[] SentenceEnds = ['。', '！', '？', '；'];

    /// <param name="text">What is to be sent.</param>
    /// <param name="mostBytes">The longest piece, in bytes of UTF-8; at least 64.</param>
    public static IReadOnlyList<string> Split(string text, int mostBytes)
    {
        var parts = new List<string>();
        var rest = text.Trim();
        while (Encoding.UTF8.GetByteCount(rest) > mostBytes)
        {
            // Room for a block of code that is closed here and opened again in the next piece.
            var end = BreakAt(rest, FittingLength(rest, mostBytes - Fence.Length - 1));
            var part = rest[..end].TrimEnd();
            rest = rest[end..].TrimStart('\n', ' ');
            if (IsInFence(part))
            {
                part += $"\n{Fence}";
                rest = $"{Fence}\n{rest}";
            }

            parts.Add(part);
        }

        if (rest.Length > 0)
        {
            parts.Add(rest);
        }

        return parts;
    }

    // The most characters from the beginning that fit, never half of one.
    private static int FittingLength(string text, int mostBytes)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    // Not before the half: a piece of two words is worse than a sentence that is cut.
    private static int BreakAt(string text, int fits)
    {
        var half = fits / 2;
        var window = text.AsSpan(half, fits - half);
        var paragraph = window.LastIndexOf("\n\n");
        if (paragraph > 0)
        {
            return half + paragraph;
        }

        var line = window.LastIndexOf('\n');
        if (line > 0)
        {
            return half + line;
        }

        var sentence = Math.Max(window.LastIndexOfAny(SentenceEnds), window.LastIndexOf(". "));
        if (sentence > 0)
        {
            return half + sentence + 1;
        }

        var word = window.LastIndexOf(' ');
        return word > 0 ? half + word : fits;
    }

    private static bool IsInFence(string part)
        => part.Split('\n').Count(line => line.StartsWith(Fence, StringComparison.Ordinal)) % 2 == 1;
}
