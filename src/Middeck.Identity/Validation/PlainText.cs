namespace Middeck.Identity.Validation;

/// <summary>Text that people type into one line: no control characters, which PostgreSQL (NUL) or a terminal would trip over.</summary>
internal static class PlainText
{
    public static bool IsPlain(string text) => !text.Any(char.IsControl);

    /// <summary>A search text: null when there is nothing to search for. Control characters are in no row, and left out.</summary>
    public static string? Query(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return IsPlain(text) ? text : string.Concat(text.Where(character => !char.IsControl(character)));
    }
}
