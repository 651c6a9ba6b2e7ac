using System.Buffers;

namespace Middeck.Models.Speech;

/// <summary>Cuts a text into pieces that a model can speak: after sentences, else after commas, else after words.</summary>
internal static class SpeechPieces
{
    // A cut before this share of a piece would make many small ones, each with a pause behind it.
    private const double Least = 0.4;

    // From the best place to cut to the worst. The western full stop ends a sentence only before white space: 3.5 has none.
    private static readonly SearchValues<char>[] Ends =
    [
        SearchValues.Create("。！？!?…\n"),
        SearchValues.Create("；;：:，,、"),
        SearchValues.Create(" \t\u3000"),
    ];

    /// <summary>The pieces in order, none of them longer than told and none without a word; put together they are the text.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="longest">Characters of one piece, above 1.</param>
    public static IReadOnlyList<string> Of(string text, int longest)
    {
        var pieces = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > longest)
        {
            var length = CutAt(rest[..longest], rest[longest]);
            Add(pieces, rest[..length]);
            rest = rest[length..];
        }

        Add(pieces, rest);
        return pieces;
    }

    private static void Add(List<string> pieces, ReadOnlySpan<char> piece)
    {
        if (!piece.IsWhiteSpace())
        {
            pieces.Add(piece.ToString());
        }
    }

    private static int CutAt(ReadOnlySpan<char> window, char next)
    {
        var least = (int)(window.Length * Least);
        var stop = LastFullStop(window);
        for (var level = 0; level < Ends.Length; level++)
        {
            var end = window.LastIndexOfAny(Ends[level]);
            var best = level == 0 ? Math.Max(end, stop) : end;
            if (best + 1 >= least)
            {
                return best + 1;
            }
        }

        // Nowhere: then anywhere, but not through the middle of a character.
        return char.IsHighSurrogate(window[^1]) && char.IsLowSurrogate(next) ? window.Length - 1 : window.Length;
    }

    private static int LastFullStop(ReadOnlySpan<char> window)
    {
        for (var i = window.Length - 2; i >= 0; i--)
        {
            if (window[i] == '.' && char.IsWhiteSpace(window[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }
}
