using System.Text.RegularExpressions;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Names that models can call tools by: letters, digits, <c>_</c> and <c>-</c>, at most 64.</summary>
internal static partial class ToolNames
{
    private const int Longest = 64;

    /// <summary>A name made of what the provider calls it, which no tool has so far.</summary>
    public static string Unique(string wanted, HashSet<string> taken)
    {
        var clean = Others().Replace(wanted, "_").Trim('_') is { Length: > 0 } some ? some : "tool";
        clean = clean.Length <= Longest ? clean : clean[..Longest];
        var name = clean;
        for (var number = 2; !taken.Add(name); number++)
        {
            var end = $"_{number}";
            name = clean[..Math.Min(clean.Length, Longest - end.Length)] + end;
        }

        return name;
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]+")]
    private static partial Regex Others();
}
