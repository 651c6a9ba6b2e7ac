using System.Buffers;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Where a text that is too long for one page is cut.</summary>
internal static class TextCut
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；.!?; \t");

    /// <summary>
    /// How many characters of a text go on the page: to the last empty line within <paramref name="length"/>, else the last line,
    /// the last sentence or word, and at worst as many as fit, but never half of a surrogate pair.
    /// </summary>
    public static int At(ReadOnlySpan<char> text, int length)
    {
        if (text.Length <= length)
        {
            return text.Length;
        }

        // A border in the first half would leave many small pages.
        var half = length / 2;
        var late = text[half..length];
        if (late.LastIndexOf("\n\n") is >= 0 and var paragraph)
        {
            return half + paragraph + 2;
        }

        if (late.LastIndexOf('\n') is >= 0 and var line)
        {
            return half + line + 1;
        }

        return late.LastIndexOfAny(SentenceEnds) is >= 0 and var sentence
            ? half + sentence + 1
            : length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0);
    }

    /// <summary>A text in pieces that each fit on a page.</summary>
    public static IEnumerable<ExtractedPage> Pages(string text, int? number = null, string? place = null)
    {
        if (text.Length == 0)
        {
            yield return new ExtractedPage(number, "", place);
        }

        for (var start = 0; start < text.Length;)
        {
            var length = At(text.AsSpan(start), ExtractedPage.MaxLength);
            yield return new ExtractedPage(number, text.Substring(start, length), place);
            start += length;
        }
    }
}
