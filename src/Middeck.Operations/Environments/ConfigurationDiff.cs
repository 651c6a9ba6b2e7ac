using System.Text.RegularExpressions;
using Middeck.Operations.Configuration;

namespace Middeck.Operations.Environments;

/// <summary>Compares two versions of a configuration file by lines (longest common subsequence).</summary>
public static partial class ConfigurationDiff
{
    /// <summary>The lines that only one of them has, in the order of the files.</summary>
    public static IReadOnlyList<DiffLine> Between(string before, string after)
    {
        var (left, right) = (LinesOf(before), LinesOf(after));
        var common = CommonLengths(left, right);
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j >= right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new DiffLine('-', i + 1, Masked(left[i])));
                i++;
            }
            else
            {
                lines.Add(new DiffLine('+', j + 1, Masked(right[j])));
                j++;
            }
        }

        return lines;
    }

    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Masked(string line)
        => Setting().Match(line) is { Success: true } match
            ? $"{match.Groups[1].Value}{SecretNames.Mask(match.Groups[2].Value, match.Groups[3].Value)}"
            : line;

    [GeneratedRegex(@"^(\s*([\w-]+)\s*:\s+)(\S.*)$")]
    private static partial Regex Setting();
}
