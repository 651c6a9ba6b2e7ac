using System.Text.RegularExpressions;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Suggestions;

/// <summary>
/// Makes questions from the headings of the passages that an answer was made from, for when no model can be asked: what stands
/// next to the answer and was not part of it.
/// </summary>
internal static partial class HeadingQuestions
{
    private const int LongestHeading = 60;

    public static IReadOnlyList<string> Of(
        IReadOnlyList<Citation> citations, string query, string answer, int most)
    {
        var isChinese = query.AsSpan().ContainsAnyInRange('\u2E80', '\u9FFF');
        return
        [
            .. citations.SelectMany(citation => Heading().Matches(citation.Content))
                .Select(match => match.Groups[1].Value.Trim())
                .Where(heading => heading.Length is > 1 and <= LongestHeading && !Mentions(query, heading) && !Mentions(answer, heading))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(most)
                .Select(heading => isChinese ? $"关于“{heading}”，资料里怎么说？" : $"What do the documents say about “{heading}”?"),
        ];
    }

    private static bool Mentions(string text, string heading) => text.Contains(heading, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[ \t]{0,3}#{1,6}[ \t]+([^\r\n]{1,200}?)[ \t#]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
