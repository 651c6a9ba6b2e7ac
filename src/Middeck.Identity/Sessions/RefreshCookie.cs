using Microsoft.AspNetCore.Http;

namespace Middeck.Identity.Sessions;

/// <summary>The browser's refresh token: out of reach of scripts, sent to the sign-in calls of our own pages only.</summary>
internal static class RefreshCookie
{
    public const string Name = "md_refresh";

    private const string Path = "/api/v1/auth";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name];

    public static void Write(HttpContext context, string refreshToken, TimeSpan lifetime)
        => context.Response.Cookies.Append(Name, refreshToken, Options(context, lifetime));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>
    /// Whether a request that is answered by the cookie comes from our own pages. <c>SameSite=Strict</c> still lets other ports
    /// and sub-domains of the host through. Programs that send neither header are no browsers and cannot be tricked by a page.
    /// </summary>
    public static bool IsSameOrigin(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "same-origin";
        }

        // Hosts only: behind a proxy that ends TLS the scheme is not ours to see.
        return headers.Origin.Count == 0
            || (Uri.TryCreate(headers.Origin, UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = Path,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
