using System.Globalization;
using System.Text;

namespace Middeck.Studio.Files;

/// <summary>Keeps of a name what is safe to keep and to show.</summary>
internal static class FileNames
{
    private const int MaxLength = 200;

    /// <summary>The name without folders and characters that cannot be seen; empty when nothing is left.</summary>
    public static string Clean(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes().Where(IsShown))
        {
            clean.Append(rune);
        }

        // The end tells the type, so the beginning goes.
        var text = clean.ToString().Trim().TrimEnd('.');
        var start = Math.Max(0, text.Length - MaxLength);
        return text[(start > 0 && char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
        && rune != Rune.ReplacementChar;
}
