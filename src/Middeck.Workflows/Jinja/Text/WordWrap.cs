using System.Text.RegularExpressions;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Breaks a line into lines of a width, as Python's textwrap does without touching tabs and other whitespace.</summary>
internal sealed partial class WordWrap(int width, bool breakWords, bool breakOnHyphens, Budget budget)
{
    public List<string> Wrap(string text)
    {
        if (width <= 0)
        {
            throw Failures.Value(FormattableString.Invariant($"invalid width {width} (must be > 0)"));
        }

        var chunks = new Stack<string>(Split(text).Reverse());
        List<string> lines = [];
        while (chunks.Count > 0)
        {
            budget.Step();
            Line(chunks, lines);
        }

        return lines;
    }

    private IEnumerable<string> Split(string text)
        => (breakOnHyphens ? Chunks() : Words()).Split(text).Where(chunk => chunk.Length > 0);

    private void Line(Stack<string> chunks, List<string> lines)
    {
        if (lines.Count > 0 && IsBlank(chunks.Peek()))
        {
            chunks.Pop();
        }

        List<string> line = [];
        var length = 0;
        while (chunks.TryPeek(out var chunk) && length + Str.Length(chunk) <= width)
        {
            length += Str.Length(chunk);
            line.Add(chunks.Pop());
        }

        if (chunks.TryPeek(out var next) && Str.Length(next) > width)
        {
            Long(chunks, line, width - length);
        }

        if (line.Count > 0 && IsBlank(line[^1]))
        {
            line.RemoveAt(line.Count - 1);
        }

        if (line.Count > 0)
        {
            lines.Add(string.Concat(line));
        }
    }

    private void Long(Stack<string> chunks, List<string> line, int left)
    {
        if (!breakWords)
        {
            if (line.Count == 0)
            {
                line.Add(chunks.Pop());
            }

            return;
        }

        var chunk = chunks.Pop();
        var start = Str.Start(chunk, left);
        if (breakOnHyphens && start.LastIndexOf('-') is var hyphen and > 0 && start[..hyphen].Any(letter => letter != '-'))
        {
            start = start[..(hyphen + 1)];
        }

        line.Add(start);
        chunks.Push(chunk[start.Length..]);
    }

    private static bool IsBlank(string chunk) => chunk.All(Str.IsSpace);

    [GeneratedRegex(@"([\t\n\v\f\r ]+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Words();

    // Whitespace; a dash of two hyphens or more between words; a word, up to its end, to a dash, or with a hyphen between letters.
    [GeneratedRegex(
        @"([\t\n\v\f\r ]+|(?<=[\w!""'&.,?])-{2,}(?=\w)|[^\t\n\v\f\r ]+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[\w!""'&.,?]-))(?=[^\d\W]-?[^\d\W])|(?=[\t\n\v\f\r ]|\z)|(?<=[\w!""'&.,?])(?=-{2,}\w)))",
        RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Chunks();
}
