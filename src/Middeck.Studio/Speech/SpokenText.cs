using System.Text.RegularExpressions;

namespace Middeck.Studio.Speech;

/// <summary>
/// Makes of an answer what a person would read aloud: without the marks of Markdown, without the numbers of sources, without
/// code, and without what a model thought before it answered.
/// </summary>
internal static partial class SpokenText
{
    public static string Of(string answer)
    {
        var text = Thoughts().Replace(answer, "");
        text = CodeBlocks().Replace(text, "\n");
        text = Images().Replace(text, "");
        text = Links().Replace(text, "$1");
        text = Sources().Replace(text, "");
        text = Tags().Replace(text, "");
        text = Rulers().Replace(text, "");
        text = LineMarks().Replace(text, "");
        text = Cells().Replace(text, ", ");
        text = Emphasis().Replace(text, "$2");
        return BlankLines().Replace(text, "\n").Trim();
    }

    [GeneratedRegex(@"<think>.*?(</think>|\z)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"^[ \t]*(```|~~~).*?(^[ \t]*\1[^\n]*$|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex(@"!\[[^\]\n]*\]\([^)\n]*\)")]
    private static partial Regex Images();

    [GeneratedRegex(@"\[([^\]\n]+)\]\([^)\n]*\)")]
    private static partial Regex Links();

    // [1], [2][3], 【4】
    [GeneratedRegex(@"[ \t]*(\[\d{1,3}\]|【\d{1,3}】)")]
    private static partial Regex Sources();

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]*>")]
    private static partial Regex Tags();

    // A line of dashes, and the line under the head of a table.
    [GeneratedRegex(@"^[ \t]*[-*_=|: \t]{3,}[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Rulers();

    [GeneratedRegex(@"^[ \t]*(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\|[ \t]*)+|[ \t]*\|[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex LineMarks();

    [GeneratedRegex(@"[ \t]*\|[ \t]*")]
    private static partial Regex Cells();

    [GeneratedRegex(@"(\*\*|__|~~|\*|`)(?=\S)(.+?)(?<=\S)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[ \t\r]*\n\s*")]
    private static partial Regex BlankLines();
}
