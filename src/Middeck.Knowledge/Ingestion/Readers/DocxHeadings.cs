using System.Collections.Frozen;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Which paragraph styles of a document are headings. A style's id differs by language (a Chinese Word says "1"); its name does not.</summary>
internal static class DocxHeadings
{
    /// <summary>Levels 1 to 6 by style id.</summary>
    public static FrozenDictionary<string, int> Of(StyleDefinitionsPart? part)
        => (part?.Styles?.Elements<Style>() ?? [])
            .Select(style => (Id: style.StyleId?.Value, Level: LevelOf(style.StyleName?.Val?.Value)))
            .Where(style => style is { Id: not null, Level: > 0 })
            .DistinctBy(style => style.Id)
            .ToFrozenDictionary(style => style.Id!, style => style.Level);

    private static int LevelOf(string? name) => name?.ToLowerInvariant() switch
    {
        "title" => 1,
        ['h', 'e', 'a', 'd', 'i', 'n', 'g', ' ', >= '1' and <= '6' and var level] => level - '0',
        _ => 0,
    };
}
