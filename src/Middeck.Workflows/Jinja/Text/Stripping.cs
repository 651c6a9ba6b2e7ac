using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.strip</c></summary>
internal static class Stripping
{
    /// <summary>Without whitespace, or without the letters of a text, at one end or both.</summary>
    public static string Strip(string text, object? letters, bool start, bool end)
    {
        Func<char, bool> goes = Str.IsSpace;
        if (letters is not null)
        {
            var set = StringMethods.Text(letters);
            goes = letter => set.Contains(letter, StringComparison.Ordinal);
        }

        var (from, to) = (0, text.Length);
        while (start && from < to && goes(text[from]))
        {
            from++;
        }

        while (end && to > from && goes(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }
}
