using System.Text.RegularExpressions;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>
/// A page that may embed: <c>https://example.com</c>, <c>http://localhost:3000</c>, <c>https://*.example.com</c> or <c>*</c>.
/// The form is that of CSP's host sources (W3C CSP 3, 2.3.1), so that it can stand in <c>frame-ancestors</c> as it is.
/// </summary>
internal static partial class SiteOrigin
{
    public const string Any = "*";

    /// <summary>The origin as it is kept; null when it is none.</summary>
    public static string? Clean(string text)
    {
        var origin = text.Trim().TrimEnd('/').ToLowerInvariant();
        return origin == Any || (origin.Length <= 200 && Form().IsMatch(origin)) ? origin : null;
    }

    /// <summary>Whether a page of the origin, as browsers send it, is among those that may embed.</summary>
    public static bool Allows(IReadOnlyList<string> allowed, string origin)
        => allowed.Any(one => one == Any || one == origin || IsBelow(one, origin));

    // https://*.example.com: any name below example.com by the same scheme and port.
    private static bool IsBelow(string pattern, string origin)
    {
        var star = pattern.IndexOf("*.", StringComparison.Ordinal);
        return star > 0
            && origin.Length > pattern.Length - 1
            && origin.StartsWith(pattern[..star], StringComparison.Ordinal)
            && origin.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^https?://(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?$")]
    private static partial Regex Form();
}
