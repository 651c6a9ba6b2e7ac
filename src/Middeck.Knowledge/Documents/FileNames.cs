using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Documents;

/// <summary>Makes a name that a client sent safe to keep and to show: no folders, nothing invisible, at most 255 characters.</summary>
internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>The name, or an empty text when nothing of it can be kept.</summary>
    public static string Clean(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // Format characters are the ones that turn "fdp.exe" around on the screen. A broken surrogate arrives as U+FFFD.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        return Shorten(clean.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.'));
    }

    // The end of a name tells its type, so the middle goes.
    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        if (extension.Length > 20)
        {
            extension = "";
        }

        var end = MaxLength - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        return name[..end] + extension;
    }
}
