using System.Buffers;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>Takes secrets out of addresses before they are written down.</summary>
internal static class QuerySecrets
{
    private const string Mask = "***";

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["token", "key", "secret", "pass", "pwd", "sig", "code", "auth", "credential", "ticket", "session", "state", "assertion", "jwt"],
        StringComparison.OrdinalIgnoreCase);

    // What stands after these is the right to use what it names.
    private static readonly string[] Bearers = ["/triggers/", "/invite/", "/reset/", "/s/", "/embed/"];

    /// <summary>The query without its question mark; values whose names sound like a secret are masked.</summary>
    public static string OfQuery(string query)
    {
        var text = query.AsSpan().TrimStart('?');
        if (!text.ContainsAny(Signs))
        {
            return text.ToString();
        }

        return string.Join('&', text.ToString().Split('&').Select(static pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            // The name may be written with escapes.
            return equals > 0 && Uri.UnescapeDataString(pair[..equals]).AsSpan().ContainsAny(Signs) ? $"{pair[..equals]}={Mask}" : pair;
        }));
    }

    /// <summary>The path; a token that stands in it is masked.</summary>
    public static string OfPath(string path)
    {
        foreach (var bearer in Bearers)
        {
            if (path.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) && path.Length > bearer.Length)
            {
                return $"{bearer}{Mask}";
            }
        }

        return path;
    }

    /// <summary>An address of another page without its query.</summary>
    public static string OfReferer(string referer)
    {
        var query = referer.IndexOf('?', StringComparison.Ordinal);
        var plain = query < 0 ? referer : referer[..query];
        return Uri.TryCreate(plain, UriKind.Absolute, out var address)
            ? $"{address.GetLeftPart(UriPartial.Authority)}{OfPath(address.AbsolutePath)}"
            : "";
    }
}
