namespace Middeck.Models.Builtin;

/// <summary>Cuts an answer into the pieces it is streamed in: words with the white space behind them, two Chinese characters.</summary>
internal static class WordPieces
{
    private const int CjkPiece = 2;

    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = End(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int End(string text, int start)
    {
        var end = start;
        if (IsWide(text[start]))
        {
            while (end < text.Length && end - start < CjkPiece && IsWide(text[end]))
            {
                end++;
            }
        }
        else
        {
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsWide(text[end]))
            {
                end++;
            }
        }

        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        // Never between the two halves of one character.
        return end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : Math.Max(end, start + 1);
    }

    private static bool IsWide(char letter) => letter is >= '\u2E80' and < '\uD800' or >= '\uF900' and <= '\uFFEF';
}
