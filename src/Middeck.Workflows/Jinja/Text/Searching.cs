using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.find</c> and its like; positions count code points.</summary>
internal static class Searching
{
    private static readonly Signature _find = new("find", 1, "sub", "start", "end");

    public static object Find(string text, Arguments arguments, bool fromEnd, bool mustExist)
    {
        var (values, part, start) = Read(text, arguments);
        var wanted = StringMethods.Text(values[0]);
        var at = part is null ? -1
            : fromEnd ? part.LastIndexOf(wanted, StringComparison.Ordinal)
            : part.IndexOf(wanted, StringComparison.Ordinal);
        return at >= 0 ? (long)start + Str.Length(part![..at])
            : mustExist ? throw Failures.Value("substring not found")
            : -1L;
    }

    public static object Count(string text, Arguments arguments)
    {
        var (values, part, _) = Read(text, arguments);
        var wanted = StringMethods.Text(values[0]);
        if (part is null)
        {
            return 0L;
        }

        if (wanted.Length == 0)
        {
            return Str.Length(part) + 1L;
        }

        var count = 0L;
        for (var at = part.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = part.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    public static object Starts(string text, Arguments arguments, bool atEnd)
    {
        var (values, part, _) = Read(text, arguments);
        var wanted = values[0] is PyTuple several ? several.Items : [values[0]];
        return wanted.Select(StringMethods.Text).ToList().Exists(one => part is not null
            && (atEnd ? part.EndsWith(one, StringComparison.Ordinal) : part.StartsWith(one, StringComparison.Ordinal)));
    }

    // The part between start and end; null when start lies behind the end.
    private static (object?[] Values, string? Part, int Start) Read(string text, Arguments arguments)
    {
        var values = _find.Bind(arguments);
        if (values.Or(1) is null && values.Or(2) is null)
        {
            return (values, text, 0);
        }

        var length = Str.Length(text);
        var start = values.Or(1) is null ? 0 : values.Whole(1, 0);
        var end = values.Or(2) is null ? length : values.Whole(2, length);
        start = Math.Max(start < 0 ? start + length : start, 0);
        end = Math.Min(end < 0 ? Math.Max(end + length, 0) : end, length);
        return (values, start > end ? null : Str.Part(text, start, end - start), start);
    }
}
