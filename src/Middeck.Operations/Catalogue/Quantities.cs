using System.Globalization;
using System.Text.RegularExpressions;

namespace Middeck.Operations.Catalogue;

/// <summary>Reads durations and sizes as people write them.</summary>
internal static partial class Quantities
{
    /// <summary>The sentence for a duration that cannot be read.</summary>
    public const string DurationForm = "it must be a duration such as 500ms, 10s, 5m or 2h";

    /// <summary>The sentence for a size that cannot be read.</summary>
    public const string SizeForm = "it must be a size such as 512MB, 2GB or a number of bytes";

    /// <summary><c>500ms</c>, <c>10s</c>, <c>1m30s</c>, <c>2h</c>, <c>1d</c>; null for anything else.</summary>
    public static TimeSpan? Duration(string text)
    {
        var match = DurationText().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var total = TimeSpan.Zero;
        for (var index = 0; index < match.Groups[1].Captures.Count; index++)
        {
            var number = double.Parse(match.Groups[1].Captures[index].ValueSpan, CultureInfo.InvariantCulture);
            total += match.Groups[2].Captures[index].Value switch
            {
                "ms" => TimeSpan.FromMilliseconds(number),
                "s" => TimeSpan.FromSeconds(number),
                "m" => TimeSpan.FromMinutes(number),
                "h" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            };
        }

        return total;
    }

    /// <summary><c>512MB</c>, <c>2GB</c>, <c>1024</c>: a kilobyte has 1024 bytes here; null for anything else.</summary>
    public static long? Size(string text)
    {
        var match = SizeText().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var power = match.Groups[2].Value.ToUpperInvariant() switch { "" or "B" => 0, "K" => 1, "M" => 2, "G" => 3, _ => 4 };
        var bytes = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * Math.Pow(1024, power);
        return bytes < long.MaxValue ? (long)bytes : null;
    }

    [GeneratedRegex(@"^(?:(\d{1,9}(?:\.\d+)?)(ms|s|m|h|d))+$")]
    private static partial Regex DurationText();

    [GeneratedRegex(@"^(\d{1,18}(?:\.\d+)?) ?(?:([KMGT])i?B?|B)?$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeText();
}
