using System.Text.RegularExpressions;

namespace Middeck.Knowledge.Sources;

/// <summary>What is wanted and what is not, by patterns in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
internal sealed class GlobPatterns(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
{
    private readonly Regex[] _include = [.. include.Where(static text => text.Length > 0).Select(Compile)];
    private readonly Regex[] _exclude = [.. exclude.Where(static text => text.Length > 0).Select(Compile)];

    /// <param name="names">The ways to write one thing, such as a whole address and its path; one that matches is enough.</param>
    public bool Allow(params ReadOnlySpan<string> names)
        => (_include.Length == 0 || Any(_include, names)) && !Any(_exclude, names);

    private static bool Any(Regex[] patterns, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var pattern in patterns)
            {
                if (pattern.IsMatch(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Without backtracking: patterns are written by people, and some write them to last.
    private static Regex Compile(string pattern)
        => new(
            "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
