namespace Middeck.Knowledge.Chunking;

internal static class TextLines
{
    /// <summary>The end of the line that begins at or holds a place: its line feed, or the text's end.</summary>
    public static int EndOf(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether a line is a Markdown heading: <c>## Exits</c>.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
        => line is ['#', ..] && line.TrimStart('#') is [' ', ..] rest && line.Length - rest.Length <= 6;
}
