namespace Middeck.Server.Console;

/// <summary>
/// What the console's pages may load (W3C CSP 3): our own files and, for style elements, those with this answer's nonce.
/// Style attributes are the one opening; charts and growing text areas need them.
/// </summary>
internal static class ContentSecurityPolicy
{
    /// <summary>For a page that no other may show in a frame.</summary>
    public const string Unframed = "'none'";

    /// <summary>For a page that pages of the origins, and our own, may show in a frame.</summary>
    /// <param name="origins">In the form of the policy's host sources.</param>
    public static string FramedBy(IReadOnlyList<string> origins) => string.Join(' ', origins.Prepend("'self'"));

    public static string For(string nonce, string frameAncestors)
        => "default-src 'self'; script-src 'self'; "
            + $"style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
            // Sounds are played from what was fetched with the session's token.
            + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
            + "frame-src 'self'; "
            + $"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {frameAncestors}";
}
