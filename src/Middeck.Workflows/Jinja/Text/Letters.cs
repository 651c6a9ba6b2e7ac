using System.Globalization;
using System.Text;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Kinds of letters, and what changes their case.</summary>
internal static class Letters
{
    private const string ChineseNumbers = "〇一二三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟萬億两兆";

    public static bool All(string text, Func<char, bool> ask) => text.Length > 0 && text.All(ask);

    public static bool IsTitle(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.TitlecaseLetter;

    /// <summary>A decimal digit, or one that is raised or in a circle.</summary>
    public static bool IsDigit(char letter) => char.IsDigit(letter) || letter is '\u00b2' or '\u00b3' or '\u00b9' or '\u2070'
        or (>= '\u2074' and <= '\u2079') or (>= '\u2080' and <= '\u2089') or (>= '\u2460' and <= '\u2468');

    public static bool IsChineseNumber(char letter) => ChineseNumbers.Contains(letter, StringComparison.Ordinal);

    public static bool IsAlphanumeric(string text)
        => All(text, letter => char.IsLetter(letter) || char.IsNumber(letter) || IsChineseNumber(letter));

    public static bool IsPrintable(string text) => text.EnumerateRunes().All(rune => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator));

    /// <summary>As <c>str.title</c>: every letter after what is no letter in upper case.</summary>
    public static string Title(string text)
    {
        var title = new StringBuilder(text.Length);
        var inWord = false;
        foreach (var letter in text)
        {
            title.Append(inWord ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter));
            inWord = IsCased(letter);
        }

        return title.ToString();
    }

    public static string SwapCase(string text) => string.Concat(text.Select(letter => char.IsUpper(letter)
        ? Str.Lower(letter.ToString())
        : Str.Upper(letter.ToString())));

    public static bool IsTitleCased(string text)
    {
        var (inWord, any) = (false, false);
        foreach (var letter in text)
        {
            if (char.IsUpper(letter) || IsTitle(letter) ? inWord : char.IsLower(letter) && !inWord)
            {
                return false;
            }

            inWord = IsCased(letter);
            any |= inWord;
        }

        return any;
    }

    private static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter) || IsTitle(letter);
}
