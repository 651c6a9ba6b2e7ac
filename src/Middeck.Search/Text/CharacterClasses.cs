using System.Globalization;
using System.Text;

namespace Middeck.Search.Text;

internal static class CharacterClasses
{
    private const int SoftHyphen = 0xAD;

    /// <summary>The class of the character at <paramref name="position"/>; a lone surrogate is a separator.</summary>
    public static CharacterClass At(ReadOnlySpan<char> text, int position, out int codePoint, out int length)
    {
        var unit = text[position];
        if (unit < 0x80)
        {
            codePoint = unit;
            length = 1;
            return char.IsAsciiLetterOrDigit(unit) ? CharacterClass.Word : CharacterClass.Separator;
        }

        Rune.DecodeFromUtf16(text[position..], out var rune, out length);
        codePoint = rune.Value;
        return Cjk.Contains(codePoint) ? CharacterClass.Cjk : Classify(rune);
    }

    private static CharacterClass Classify(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
            => CharacterClass.Word,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            => CharacterClass.Mark,
        UnicodeCategory.Format when rune.Value == SoftHyphen => CharacterClass.Mark,
        _ => CharacterClass.Separator,
    };
}
