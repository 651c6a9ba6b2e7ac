namespace Middeck.Storage.Sql;

/// <summary>Patterns for <c>LIKE</c> and <c>ILIKE</c> of what people type.</summary>
public static class LikePattern
{
    /// <summary>Matches what contains the text, whose own <c>%</c>, <c>_</c> and <c>\</c> stand for themselves; null of null.</summary>
    public static string? Containing(string? text)
        => text is null ? null
            : $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal)}%";
}
