using System.Text.RegularExpressions;

namespace Middeck.Models.Upstream;

/// <summary>Takes keys out of words that are not ours: providers like to quote the key that they refuse.</summary>
internal static partial class SecretMask
{
    private const string Mask = "••••";
    private const int Longest = 300;

    /// <summary>At most 300 characters on one line, without the provider's key and without anything that looks like a key.</summary>
    public static string Apply(string words, string? key)
    {
        var masked = string.IsNullOrEmpty(key) ? words : words.Replace(key, Mask, StringComparison.OrdinalIgnoreCase);
        masked = KeyPattern().Replace(masked, Mask);
        masked = WhiteSpacePattern().Replace(masked, " ").Trim();
        return masked.Length <= Longest ? masked : $"{masked[..Longest]}…";
    }

    // sk-…, sk-proj-abc***xyz, fastgpt-…, Bearer …
    [GeneratedRegex(
        @"(?<=\bBearer\s)\S{8,}|\b(?:sk|ak|rk|pk|app|md|dataset|fastgpt|hf|gsk|xai)[-_][A-Za-z0-9_*.-]{8,}",
        RegexOptions.IgnoreCase)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex WhiteSpacePattern();
}
