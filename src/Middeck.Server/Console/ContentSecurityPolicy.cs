namespace Middeck.Server.Console;

/// <summary>
/// What the console's pages may load (W3C CSP 3): our own files and, for style elements, those with this answer's nonce.
/// Style attributes are the one opening; charts and growing text areas need them.
/// </summary>
internal static class ContentSecurityPolicy
{
    public static string For(string nonce)
        => "default-src 'self'; script-src 'self'; "
            + $"style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
            // Sounds are played from what was fetched with the session's token.
            + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
            + "frame-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}
