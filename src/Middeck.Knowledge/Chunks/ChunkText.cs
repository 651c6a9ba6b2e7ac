using Middeck.Core.Errors;

namespace Middeck.Knowledge.Chunks;

/// <summary>Takes texts of chunks as people and programs write them.</summary>
internal static class ChunkText
{
    /// <summary>Characters of a content, an answer or a child.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Keywords of a chunk.</summary>
    public const int MaxKeywords = 100;

    /// <summary>Without control characters and without white space around it.</summary>
    /// <exception cref="FaultException">Nothing is left, or too much.</exception>
    public static string Clean(string text, string field)
    {
        var clean = Tidy(text);
        if (clean.Length == 0)
        {
            throw new FaultException(Fault.Invalid("knowledge.content_empty", "Write some text; blanks alone say nothing.", field));
        }

        return clean.Length <= MaxLength
            ? clean
            : throw new FaultException(Fault.Invalid(
                "knowledge.content_too_long",
                $"The text has {clean.Length:N0} characters and may have {MaxLength:N0}. Split it into several chunks.",
                field));
    }

    /// <summary>Like <see cref="Clean"/>; a blank text is none.</summary>
    public static string? CleanOptional(string? text, string field)
        => string.IsNullOrWhiteSpace(text) ? null : Clean(text, field);

    /// <summary>Each once, without blanks.</summary>
    /// <exception cref="FaultException">Too many, or one is too long.</exception>
    public static string[] Keywords(IEnumerable<string> keywords, string field)
    {
        string[] clean = [.. keywords.Select(Tidy).Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal)];
        return clean.Length <= MaxKeywords && Array.TrueForAll(clean, static word => word.Length <= 100)
            ? clean
            : throw new FaultException(Fault.Invalid(
                "knowledge.invalid_keywords", $"A chunk has at most {MaxKeywords} keywords of at most 100 characters.", field));
    }

    // The database takes no U+0000, and the others are seen by nobody.
    private static string Tidy(string text)
        => (text.Any(IsInvisible) ? string.Concat(text.Where(static character => !IsInvisible(character))) : text).Trim();

    private static bool IsInvisible(char character)
        => char.IsControl(character) && character is not ('\n' or '\t' or '\r') || character == '\uFFFE';
}
