using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Models.Builtin;

/// <summary>
/// Finds the passages that were put into a prompt:
/// <code>
/// &lt;context&gt;
/// [1] handbook.pdf
/// Staff have 15 days of annual leave.
///
/// [2] rules.docx
/// Leave is asked for in the portal.
///
/// &lt;/context&gt;
/// </code>
/// </summary>
internal static partial class ContextReader
{
    /// <summary>The passages in order; null when the prompt has no context section at all.</summary>
    public static IReadOnlyList<ContextPassage>? Read(string prompt)
    {
        List<ContextPassage>? passages = null;
        var text = new StringBuilder();
        var (number, document) = (0, "");
        var isInside = false;
        foreach (var line in prompt.AsSpan().EnumerateLines())
        {
            if (!isInside)
            {
                if (line.Trim().SequenceEqual("<context>"))
                {
                    isInside = true;
                    passages ??= [];
                }

                continue;
            }

            var isEnd = line.Trim().SequenceEqual("</context>");
            var heading = isEnd ? null : HeadingPattern().Match(line.ToString());
            // Numbers go up, so that a "[1]" quoted inside a passage begins no new one.
            var isHeading = heading is { Success: true }
                && int.TryParse(heading.Groups[1].ValueSpan, out var next)
                && next == number + 1;
            if (isEnd || isHeading)
            {
                Add(passages!, number, document, text);
            }
            else
            {
                text.Append(line).Append('\n');
            }

            if (isHeading)
            {
                (number, document) = (number + 1, heading!.Groups[2].Value.Trim());
            }

            if (isEnd)
            {
                (isInside, number) = (false, 0);
            }
        }

        return passages;
    }

    private static void Add(List<ContextPassage> passages, int number, string document, StringBuilder text)
    {
        if (number > 0)
        {
            passages.Add(new ContextPassage(number, document, text.ToString().Trim()));
        }

        text.Clear();
    }

    [GeneratedRegex(@"^\[(\d{1,4})\](?:\s+(.*))?$")]
    private static partial Regex HeadingPattern();
}
