using System.Globalization;
using System.Text;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes only names that are safe to keep and to show: no folders, nothing invisible, at most 255 characters.</summary>
internal static class FileNames
{
    private const int MaxLength = 255;

    /// <summary>What can be kept of a name that a client sent with a file; an empty text when nothing of it can be kept.</summary>
    public static string Clean(string? sent)
    {
        var name = sent ?? "";
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];

        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // A broken surrogate arrives as U+FFFD.
            if (IsShown(rune) && rune != Rune.ReplacementChar)
            {
                clean.Append(rune);
            }
        }

        return Shorten(clean.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.'));
    }

    /// <summary>A name that a person typed: kept as it is but for spaces around it, or refused.</summary>
    /// <exception cref="FaultException">It is blank, or holds what no name of a file may.</exception>
    public static string Typed(string name)
    {
        if (name.AsSpan().ContainsAny('/', '\\') || name.EnumerateRunes().Any(rune => !IsShown(rune)))
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.invalid_file_name",
                "The name of a document may hold neither / nor \\ nor characters that cannot be seen. Leave them out.",
                "name"));
        }

        return name.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : throw new FaultException(Fault.Invalid(
                "knowledge.file_name_missing", "Give the document a name.", "name"));
    }

    /// <summary>The name that a file is saved under: a page's title has no type of its own.</summary>
    public static string WithExtension(string name, string extension)
        => Path.GetExtension(name).AsSpan().TrimStart('.').Equals(extension, StringComparison.OrdinalIgnoreCase)
            ? name
            : Shorten($"{name}.{extension}");

    // Format characters are the ones that turn "fdp.exe" around on the screen; of them only the two joiners belong into
    // words and emoji.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };

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
