using System.Text.RegularExpressions;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Makes links of the addresses in a text.</summary>
internal sealed partial class Links(int? limit, string? rel, string? target, IReadOnlyList<string> schemes, Budget budget)
{
    private static readonly (string Open, string Close)[] _brackets = [("(", ")"), ("<", ">"), ("&lt;", "&gt;")];
    private static readonly string[] _openings = ["(", "<", "&lt;"];
    private static readonly string[] _closings = [")", ">", ".", ",", "\n", "&gt;"];

    private readonly string _attributes
        = (rel is null ? "" : $" rel=\"{Html.Escape(rel)}\"") + (target is null ? "" : $" target=\"{Html.Escape(target)}\"");

    /// <summary>The text, escaped, with its links.</summary>
    public string In(string escaped)
    {
        var words = Spaces().Split(escaped);
        for (var i = 0; i < words.Length; i++)
        {
            budget.Step();
            words[i] = Word(words[i]);
        }

        budget.Text(words.Sum(word => (long)word.Length));
        return string.Concat(words);
    }

    private string Word(string word)
    {
        var start = 0;
        while (Array.Find(_openings, one => string.CompareOrdinal(word, start, one, 0, one.Length) == 0) is { } opening)
        {
            start += opening.Length;
        }

        var end = word.Length;
        while (Array.Find(_closings, one => end - one.Length >= start && string.CompareOrdinal(word, end - one.Length, one, 0, one.Length) == 0)
            is { } closing)
        {
            end -= closing.Length;
        }

        var (head, middle, tail) = (word[..start], word[start..end], word[end..]);
        foreach (var (open, close) in _brackets)
        {
            // A bracket that was opened within an address belongs to it.
            var opened = Count(middle, open);
            if (opened <= Count(middle, close))
            {
                continue;
            }

            for (var left = Math.Min(opened, Count(tail, close)); left > 0; left--)
            {
                var at = tail.IndexOf(close, StringComparison.Ordinal) + close.Length;
                (middle, tail) = (middle + tail[..at], tail[at..]);
            }
        }

        return head + Link(middle) + tail;
    }

    private string Link(string address)
    {
        if (Web().IsMatch(address))
        {
            var full = address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)
                ? address
                : "https://" + address;
            return $"<a href=\"{full}\"{_attributes}>{Trim(address)}</a>";
        }

        if (address.StartsWith("mailto:", StringComparison.Ordinal) && Mail().IsMatch(address[7..]))
        {
            return $"<a href=\"{address}\">{address[7..]}</a>";
        }

        if (address.IndexOf('@', StringComparison.Ordinal) > 0 && !address.StartsWith("www.", StringComparison.Ordinal)
            && !address.Contains(':', StringComparison.Ordinal) && Mail().IsMatch(address))
        {
            return $"<a href=\"mailto:{address}\">{address}</a>";
        }

        return schemes.Any(scheme => address != scheme && address.StartsWith(scheme, StringComparison.Ordinal))
            ? $"<a href=\"{address}\"{_attributes}>{address}</a>"
            : address;
    }

    private string Trim(string address)
        => limit is { } most && Str.Length(address) > most ? Str.Start(address, most) + "..." : address;

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(@"(\s+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\S+@\w[\w.-]*\.\w+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Mail();

    // With a scheme or www, or one of the old top domains, or a scheme and an IP address; then a port and a path.
    [GeneratedRegex(
        @"^(?:(?:https?://|www\.)(?:[\w%-]+\.)*(?:[a-z]{2,63}|xn--[\w%]{2,59})|(?:[\w%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)|https?://(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}]))(?::\d{1,5})?(?:[/?#]\S*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Web();
}
