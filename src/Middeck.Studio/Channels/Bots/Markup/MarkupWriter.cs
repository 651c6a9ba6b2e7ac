using System.Text.RegularExpressions;

namespace Middeck.Studio.Channels.Bots.Markup;

/// <summary>
/// Writes Markdown in the marks of a chat platform: line by line, for what models use of it (CommonMark's headings, lists, quotes,
/// fences, emphasis and links, and GitHub's tables).
/// </summary>
internal static partial class MarkupWriter
{
    private const string Fence = "```";

    public static string Write(string markdown, MarkupStyle style)
    {
        var source = markdown.ReplaceLineEndings("\n").Split('\n');
        var lines = new List<string>(source.Length);
        var inFence = false;
        for (var i = 0; i < source.Length; i++)
        {
            var line = source[i];
            if (line.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                inFence = !inFence;
                if (style.HasFences)
                {
                    lines.Add(Fence);
                }
            }
            else if (inFence)
            {
                lines.Add(style.Escape(line));
            }
            else if (line.Contains('|', StringComparison.Ordinal) && i + 1 < source.Length && TableRule().IsMatch(source[i + 1]))
            {
                i = WriteTable(source, i, style, lines);
            }
            else
            {
                lines.Add(Line(line, style));
            }
        }

        if (inFence && style.HasFences)
        {
            lines.Add(Fence);
        }

        return string.Join(style.LineBreak, lines).Trim();
    }

    /// <summary>Text without marks, so that it is shown as it is.</summary>
    public static string Plain(string text, MarkupStyle style)
        => string.Join(style.LineBreak, text.Split('\n').Select(style.Escape));

    // Chat platforms have no tables; in a block of code their columns can at least be told apart.
    private static int WriteTable(string[] source, int first, MarkupStyle style, List<string> lines)
    {
        var i = first;
        if (style.HasFences)
        {
            lines.Add(Fence);
        }

        for (; i < source.Length && source[i].Contains('|', StringComparison.Ordinal); i++)
        {
            if (i != first + 1)
            {
                var cells = source[i].Trim().Trim('|').Split('|').Select(cell => cell.Trim());
                var row = string.Join(" | ", cells);
                lines.Add(style.HasFences ? style.Escape(row) : Inline(row, style));
            }
        }

        if (style.HasFences)
        {
            lines.Add(Fence);
        }

        return i - 1;
    }

    private static string Line(string line, MarkupStyle style)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            var text = Inline(heading.Groups[2].Value.Replace("**", "", StringComparison.Ordinal), style);
            return style.HasHeadings ? $"{heading.Groups[1].Value} {text}" : $"{style.Bold}{text}{style.Bold}";
        }

        if (Bullet().Match(line) is { Success: true } bullet)
        {
            return $"{bullet.Groups[1].Value}{style.Bullet}{Inline(bullet.Groups[2].Value, style)}";
        }

        return Quote().Match(line) is { Success: true } quote
            ? $"> {Inline(quote.Groups[1].Value, style)}"
            : Inline(line, style);
    }

    private static string Inline(string text, MarkupStyle style)
    {
        var written = new System.Text.StringBuilder();
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            written.Append(style.Escape(text[at..mark.Index]));
            written.Append(mark switch
            {
                _ when mark.Groups["code"].Success => $"{style.Code}{style.Escape(mark.Groups["code"].Value)}{style.Code}",
                _ when mark.Groups["url"].Success => style.Link(
                    style.Escape(mark.Groups["text"].Value is { Length: > 0 } shown ? shown : mark.Groups["url"].Value),
                    mark.Groups["url"].Value),
                _ when mark.Groups["bold"].Success => $"{style.Bold}{Inline(mark.Groups["bold"].Value, style)}{style.Bold}",
                _ when mark.Groups["strike"].Success
                    => $"{style.Strike}{Inline(mark.Groups["strike"].Value, style)}{style.Strike}",
                _ => $"{style.Italic}{Inline(mark.Groups["italic"].Value, style)}{style.Italic}",
            });
            at = mark.Index + mark.Length;
        }

        return written.Append(style.Escape(text[at..])).ToString();
    }

    [GeneratedRegex(@"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\s*)[-*+]\s+(.*)$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s{0,3}>\s?(.*)$")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")]
    private static partial Regex TableRule();

    // Bounded, so that brackets and stars that are never closed do not make a long line slow.
    [GeneratedRegex(
        @"`(?<code>[^`\n]{1,500})`"
        + @"|!?\[(?<text>[^\[\]\n]{0,300})\]\((?<url>[^()\s]{1,1000})(?:\s+""[^""\n]{0,200}"")?\)"
        + @"|\*\*(?<bold>[^\n]{1,500}?)\*\*"
        + @"|(?<!\w)__(?<bold>[^_\n]{1,500}?)__(?!\w)"
        + @"|~~(?<strike>[^~\n]{1,500}?)~~"
        + @"|(?<![\w*])\*(?<italic>[^\s*](?:[^*\n]{0,300}[^\s*])?)\*(?![\w*])"
        + @"|(?<![\w_])_(?<italic>[^\s_](?:[^_\n]{0,300}[^\s_])?)_(?![\w_])")]
    private static partial Regex Mark();
}
