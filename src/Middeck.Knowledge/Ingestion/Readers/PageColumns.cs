using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Tells a page that is set in columns from one that is not, by the text as it lies on the page. Lines that lie side by side must be read
/// down, not across; but wherever there is one column, the line as it lies keeps its clause number, which the reading order of
/// <c>pdftotext</c> tears off when number and text are set in different fonts.
/// </summary>
internal static partial class PageColumns
{
    private const int FewestLines = 8;

    // Cells of a table are shorter: rows of a table are read across.
    private const int ShortestSide = 20;

    /// <summary>Whether at least half of the lines have a gap at the same place with text on both sides.</summary>
    public static bool AreSeveral(string page)
    {
        var lines = page.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var gaps = lines.Select(line => Gap().Match(line)).Where(IsBetweenColumns).Select(gap => gap.Index + gap.Length).ToList();
        return lines.Count >= FewestLines
            && gaps.Any(place => gaps.Count(other => Math.Abs(other - place) <= 2) * 2 >= lines.Count);
    }

    /// <summary>The text without the spaces that only kept its place.</summary>
    public static string Close(string page)
        => string.Join('\n', page.Split('\n').Select(line => Spaces().Replace(line.Trim(' '), "  ")));

    private static bool IsBetweenColumns(Match gap)
        => gap.Success && gap.Groups["left"].Value.Trim().Length >= ShortestSide
            && gap.Groups["right"].Value.Trim().Length >= ShortestSide;

    [GeneratedRegex(@"(?<=^(?<left>.*\S)) {3,}(?=(?<right>\S.*)$)")]
    private static partial Regex Gap();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
