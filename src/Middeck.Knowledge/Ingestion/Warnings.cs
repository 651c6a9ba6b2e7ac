namespace Middeck.Knowledge.Ingestion;

/// <summary>Makes one text of what could not be read or enriched.</summary>
internal static class Warnings
{
    private const int Shown = 5;

    /// <returns>The first sentences and how many more there are; null when there is none.</returns>
    public static string? Joined(IReadOnlyList<string> sentences) => sentences.Count switch
    {
        0 => null,
        <= Shown => string.Join(' ', sentences),
        var count => $"{string.Join(' ', sentences.Take(Shown))} And {count - Shown} more.",
    };
}
