using System.Globalization;
using System.Text;

namespace Middeck.Search.Text;

/// <summary>
/// Brings a word into the form it is indexed in: compatibility forms and accents folded, lower case, no marks.
/// </summary>
internal static class WordFolder
{
    /// <summary>
    /// Longer words are cut here, in texts and in queries alike, so a base64 blob is still one small term.
    /// </summary>
    public const int MaxLength = 64;

    // U+FDFA, the widest of all, has eighteen units in NFKD.
    private const int WidestDecomposition = 18;

    /// <summary>Writes the folded word to <paramref name="folded"/> and returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var cut = word.Length > MaxLength ? CutBetweenCharacters(word) : word;
        if (Ascii.IsValid(cut))
        {
            Ascii.ToLower(cut, folded, out var length);
            return length;
        }

        return FoldUnicode(cut, folded);
    }

    private static ReadOnlySpan<char> CutBetweenCharacters(ReadOnlySpan<char> word)
        => word[..(char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    private static int FoldUnicode(ReadOnlySpan<char> word, Span<char> folded)
    {
        Span<char> decomposed = stackalloc char[MaxLength * WidestDecomposition];
        if (!word.TryNormalize(decomposed, out var units, NormalizationForm.FormKD))
        {
            return 0;
        }

        var length = 0;
        foreach (var rune in decomposed[..units].EnumerateRunes())
        {
            // Latin, Greek and Cyrillic accents go; the marks of other scripts are vowels and stay.
            if (rune.Value is >= 0x300 and <= 0x36F || !IsPartOfWord(rune))
            {
                continue;
            }

            // By way of upper case, so that both forms of sigma and the long s meet.
            var lower = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
            if (length + lower.Utf16SequenceLength > folded.Length)
            {
                break;
            }

            length += lower.EncodeToUtf16(folded[length..]);
        }

        return length;
    }

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value == '.';

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;
}
