using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.split</c> and its like.</summary>
internal static class Splitting
{
    private static readonly Signature _split = new("split", 0, "sep", "maxsplit");

    public static object Split(Rendering rendering, object self, Arguments arguments)
    {
        var (text, separator, most) = Read(self, arguments);
        var parts = new List<string>();
        var start = 0;
        if (separator is null)
        {
            text = Str.TrimStart(text);
            while (start < text.Length && parts.Count < most)
            {
                var end = start;
                while (end < text.Length && !Str.IsSpace(text[end]))
                {
                    end++;
                }

                parts.Add(text[start..end]);
                start = end;
                while (start < text.Length && Str.IsSpace(text[start]))
                {
                    start++;
                }
            }

            if (start < text.Length)
            {
                parts.Add(Str.TrimEnd(text[start..]));
            }

            return List(parts, rendering.Budget);
        }

        int next;
        while (parts.Count < most && (next = text.IndexOf(separator, start, StringComparison.Ordinal)) >= 0)
        {
            parts.Add(text[start..next]);
            start = next + separator.Length;
        }

        parts.Add(text[start..]);
        return List(parts, rendering.Budget);
    }

    public static object SplitFromEnd(Rendering rendering, object self, Arguments arguments)
    {
        var (text, separator, most) = Read(self, arguments);
        var parts = new List<string>();
        var end = text.Length;
        if (separator is null)
        {
            text = Str.TrimEnd(text);
            end = text.Length;
            while (end > 0 && parts.Count < most)
            {
                var start = end;
                while (start > 0 && !Str.IsSpace(text[start - 1]))
                {
                    start--;
                }

                parts.Add(text[start..end]);
                end = start;
                while (end > 0 && Str.IsSpace(text[end - 1]))
                {
                    end--;
                }
            }

            if (end > 0)
            {
                parts.Add(Str.TrimStart(text[..end]));
            }
        }
        else
        {
            int next;
            while (parts.Count < most && (next = text.AsSpan(0, end).LastIndexOf(separator)) >= 0)
            {
                parts.Add(text[(next + separator.Length)..end]);
                end = next;
            }

            parts.Add(text[..end]);
        }

        parts.Reverse();
        return List(parts, rendering.Budget);
    }

    public static PyTuple Partition(string text, string separator, bool fromEnd)
    {
        if (separator.Length == 0)
        {
            throw Failures.Value("empty separator");
        }

        var at = fromEnd ? text.LastIndexOf(separator, StringComparison.Ordinal) : text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? fromEnd ? new PyTuple(["", "", text]) : new PyTuple([text, "", ""])
            : new PyTuple([text[..at], separator, text[(at + separator.Length)..]]);
    }

    public static PyList List(List<string> parts, Budget budget)
    {
        budget.Items(parts.Count);
        budget.Text(parts.Sum(part => (long)part.Length));
        return new PyList([.. parts]);
    }

    private static (string Text, string? Separator, int Most) Read(object self, Arguments arguments)
    {
        var values = _split.Bind(arguments);
        var separator = values.Or(0) is { } given ? StringMethods.Text(given) : null;
        var most = values.Whole(1, -1);
        return separator == "" ? throw Failures.Value("empty separator") : ((string)self, separator, most < 0 ? int.MaxValue : most);
    }
}
