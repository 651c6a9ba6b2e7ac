using System.Globalization;
using System.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Texts as Python counts them: by code points, where .NET counts two for each beyond the first 65,536.</summary>
internal static class Str
{
    /// <summary>The text of a text, safe or not; null for any other value.</summary>
    public static string? Of(object? value) => value as string ?? (value as Markup)?.Text;

    public static int Length(string text)
    {
        var pairs = 0;
        foreach (var unit in text)
        {
            pairs += char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return text.Length - pairs;
    }

    public static bool IsSimple(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit))
            {
                return false;
            }
        }

        return true;
    }

    public static IEnumerable<string> Letters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                yield return text.Substring(i, 2);
                i++;
            }
            else
            {
                yield return text[i].ToString();
            }
        }
    }

    public static string At(string text, int index)
        => IsSimple(text) ? text[index].ToString() : Letters(text).ElementAt(index);

    /// <summary>The first so many code points.</summary>
    public static string Start(string text, int length) => Part(text, 0, length);

    /// <summary>So many code points from one on.</summary>
    public static string Part(string text, int start, int length)
    {
        if (IsSimple(text))
        {
            return start >= text.Length ? "" : text.Substring(start, Math.Min(length, text.Length - start));
        }

        return string.Concat(Letters(text).Skip(start).Take(length));
    }

    public static string Pick(string text, PyRange picked)
    {
        var simple = IsSimple(text);
        if (simple && picked.Step == 1)
        {
            return picked.Count == 0 ? "" : text.Substring((int)picked.Start, (int)picked.Count);
        }

        var letters = simple ? null : Letters(text).ToArray();
        var found = new StringBuilder();
        for (var i = 0L; i < picked.Count; i++)
        {
            var at = (int)picked[i];
            _ = letters is null ? found.Append(text[at]) : found.Append(letters[at]);
        }

        return found.ToString();
    }

    public static int Compare(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        for (var i = 0; i < length; i++)
        {
            if (one[i] != other[i])
            {
                // Surrogates stand for code points above all others.
                return (char.IsSurrogate(one[i]), char.IsSurrogate(other[i])) switch
                {
                    (true, false) => 1,
                    (false, true) => -1,
                    _ => one[i].CompareTo(other[i]),
                };
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    /// <summary>Whitespace for <c>strip</c>, <c>split</c> and <c>isspace</c>.</summary>
    public static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter is >= '\x1c' and <= '\x1f';

    /// <summary>Whether it belongs to a word: <c>\w</c> of Python's regular expressions.</summary>
    public static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.Surrogate;

    /// <summary>Upper case with the letters that become two: <c>ß</c> is <c>SS</c>.</summary>
    public static string Upper(string text)
        => text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal);

    public static string Lower(string text) => text.ToLowerInvariant();

    public static string Capitalize(string text) => text.Length == 0 ? "" : Upper(First(text)) + Lower(text[First(text).Length..]);

    /// <summary>The lines without their ends.</summary>
    public static List<string> Lines(string text, bool keepEnds = false)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029')
            {
                var end = i;
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                lines.Add(text[start..(keepEnds ? i + 1 : end)]);
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    public static string TrimStart(string text)
    {
        var start = 0;
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        return text[start..];
    }

    public static string TrimEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    private static string First(string text)
        => text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? text[..2] : text[..1];
}
