using System.Buffers;
using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>
/// What a site lets crawlers fetch (RFC 9309): the groups that name us, or else those for everybody; of the rules that match a path
/// the longest counts, and Allow where two are equally long.
/// <code>
/// User-agent: middeck
/// Disallow: /private/
/// Allow: /private/*.pdf$
/// Crawl-delay: 2
/// </code>
/// </summary>
internal sealed class RobotsTxt
{
    /// <summary>How much of the file is read.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>What we are called in these files.</summary>
    public const string Token = "middeck";

    private static readonly SearchValues<char> TokenLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private readonly List<(bool Allow, string Pattern)> _rules;

    private RobotsTxt(List<(bool, string)> rules, TimeSpan delay)
    {
        _rules = rules;
        CrawlDelay = delay;
    }

    /// <summary>Of a site without such a file.</summary>
    public static RobotsTxt Everything { get; } = new([], TimeSpan.Zero);

    /// <summary>Between two requests; what is asked for, but ten seconds at most.</summary>
    public TimeSpan CrawlDelay { get; }

    public static RobotsTxt Parse(string text)
    {
        var ours = new Group();
        var everybody = new Group();
        var current = new List<Group>();
        var inRules = true;
        foreach (var line in text.Split('\n', '\r'))
        {
            if (Split(line) is not var (name, value))
            {
                continue;
            }

            if (name == "user-agent")
            {
                // Several of these in a row begin one group; the same name again adds to its group.
                if (inRules)
                {
                    current.Clear();
                    inRules = false;
                }

                if (value == "*")
                {
                    current.Add(everybody);
                }
                else if (Product(value) == Token)
                {
                    ours.IsThere = true;
                    current.Add(ours);
                }
            }
            else if (name is "allow" or "disallow" or "crawl-delay")
            {
                inRules = true;
                current.ForEach(group => group.Add(name, value));
            }
        }

        var chosen = ours.IsThere ? ours : everybody;
        return new RobotsTxt(chosen.Rules, chosen.Delay < LongestDelay ? chosen.Delay : LongestDelay);
    }

    /// <param name="pathAndQuery">As it stands in the request, percent-encoded.</param>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
        {
            return true;
        }

        var path = Normal(pathAndQuery);
        var (longest, allowed) = (-1, true);
        foreach (var (allow, pattern) in _rules)
        {
            if (pattern.Length >= longest && Matches(pattern, path) && (pattern.Length > longest || allow))
            {
                (longest, allowed) = (pattern.Length, allow);
            }
        }

        return allowed;
    }

    // "*" is any run of characters and "$" at the end is the end; each star takes as little as it can, which is enough to decide.
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var parts = (toEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (toEnd && i == parts.Length - 1)
            {
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !toEnd || at == path.Length;
    }

    private static (string Name, string Value)? Split(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var text = comment < 0 ? line : line[..comment];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : (text[..colon].Trim().TrimStart('\uFEFF').ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    // "Middeck/1.0 (+https://…)" is Middeck.
    private static string Product(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenLetters);
        return (end < 0 ? value : value[..end]).ToLowerInvariant();
    }

    // The same octet may stand there as it is or percent-encoded: /ü, /%c3%bc and /%C3%BC are one path.
    private static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length
                && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                normal.Append(IsUnreserved(octet) ? (char)octet : $"%{octet:X2}");
                i += 2;
            }
            else if (path[i] < 0x80)
            {
                normal.Append(path[i]);
            }
            else
            {
                var length = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                foreach (var value in Encoding.UTF8.GetBytes(path, i, length))
                {
                    normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
                }

                i += length - 1;
            }
        }

        return normal.ToString();
    }

    private static bool IsUnreserved(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';

    private sealed class Group
    {
        public bool IsThere { get; set; }

        public List<(bool Allow, string Pattern)> Rules { get; } = [];

        public TimeSpan Delay { get; private set; }

        public void Add(string name, string value)
        {
            if (name == "crawl-delay")
            {
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                {
                    Delay = TimeSpan.FromSeconds(Math.Min(seconds, 3600));
                }
            }
            else if (value.Length > 0)
            {
                Rules.Add((name == "allow", Normal(value)));
            }
        }
    }
}
