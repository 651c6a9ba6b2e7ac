using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>
/// Regular expressions that are not allowed to match, one in each line or a list. They run without backtracking, so that no text
/// can make one of them take longer than its length.
/// </summary>
internal sealed class PatternList
{
    private const int MostPatterns = 100;
    private const int LongestPattern = 500;
    private const int LongestList = 60_000;

    private readonly Regex[] _patterns;

    private PatternList(Regex[] patterns) => _patterns = patterns;

    public static PatternList Read(JsonElement? patterns) => new([.. Lines(patterns).Select(Make)]);

    public static void Check(FieldCheck patterns)
    {
        if (patterns.Present().Value is { ValueKind: JsonValueKind.Array })
        {
            patterns.Texts(MostPatterns, LongestPattern);
        }
        else
        {
            patterns.Text(LongestList);
        }

        var lines = Lines(patterns.Value);
        if (lines.Length is 0 or > MostPatterns)
        {
            throw patterns.Refuse($"must have 1 to {MostPatterns} lines");
        }

        foreach (var (index, line) in lines.Index())
        {
            if (line.Length > LongestPattern)
            {
                throw patterns.Refuse($"has more than {LongestPattern} characters in line {index + 1}");
            }

            try
            {
                Make(line);
            }
            catch (RegexParseException ex)
            {
                throw patterns.Refuse($"is no regular expression in line {index + 1} ({ex.Error})");
            }
            catch (Exception ex) when (ex is NotSupportedException or ArgumentException)
            {
                throw patterns.Refuse(
                    $"cannot be used in line {index + 1}: look-around, references to groups and expressions that would grow very "
                    + "large are not supported");
            }
        }
    }

    /// <summary>Whether one of the patterns is found in the text.</summary>
    public bool IsIn(string text) => Array.Exists(_patterns, pattern => pattern.IsMatch(text));

    private static string[] Lines(JsonElement? patterns)
        => [.. (patterns.Text()?.Split('\n') ?? patterns.Texts()).Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static Regex Make(string pattern)
        => new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
