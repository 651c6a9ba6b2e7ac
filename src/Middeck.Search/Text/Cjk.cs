using System.Text;

namespace Middeck.Search.Text;

/// <summary>
/// The scripts that are written without spaces between words (Han, kana) or whose words take endings without them
/// (Hangul): they are indexed as pairs of neighbouring characters.
/// </summary>
internal static class Cjk
{
    // U+FF66 to U+FF9D in order, as full-width katakana.
    private const string HalfWidthKatakana =
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    public static bool Contains(int codePoint) => codePoint switch
    {
        < 0x2F00 => false,
        // Kangxi radicals: PDF text layers often hold them instead of the ideographs that look the same.
        <= 0x2FD5 => true,
        0x3005 or 0x3006 or 0x3007 => true,
        >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x309F => true,
        >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF or >= 0x31F0 and <= 0x31FF => true,
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF => true,
        >= 0xAC00 and <= 0xD7A3 => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0xFF66 and <= 0xFF9D => true,
        >= 0x20000 and <= 0x3FFFD => true,
        _ => false,
    };

    /// <summary>The ordinary form of a character that has a compatibility twin; any other character itself.</summary>
    public static Rune Fold(int codePoint) => codePoint switch
    {
        >= 0xFF66 and <= 0xFF9D => new Rune(HalfWidthKatakana[codePoint - 0xFF66]),
        >= 0x2F00 and <= 0x2FD5 or >= 0xF900 and <= 0xFAFF or >= 0x2F800 and <= 0x2FA1F
            => Rune.GetRuneAt(new Rune(codePoint).ToString().Normalize(NormalizationForm.FormKC), 0),
        _ => new Rune(codePoint),
    };

    /// <summary>Joins a kana with the voicing mark behind it (half-width or decomposed text): カ and ﾞ make ガ.</summary>
    public static bool TryVoice(Rune kana, char mark, out Rune voiced)
    {
        var step = mark switch
        {
            '\u3099' or '\uFF9E' => 1,
            '\u309A' or '\uFF9F' => 2,
            _ => 0,
        };

        // Hiragana and katakana stand in the same order, 0x60 apart; the voiced form follows the plain one.
        var position = kana.Value >= 0x30A1 ? kana.Value - 0x60 : kana.Value;
        var takesMark = position switch
        {
            >= 0x306F and <= 0x307B => (position - 0x306F) % 3 == 0,
            >= 0x304B and <= 0x3061 => step == 1 && position % 2 == 1,
            0x3064 or 0x3066 or 0x3068 => step == 1,
            _ => false,
        };

        voiced = step > 0 && takesMark ? new Rune(kana.Value + step) : kana;
        return step > 0 && takesMark;
    }
}
