using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>
/// Who an anonymous visitor is: 32 random bytes that the browser keeps. The page keeps them in a cookie that scripts cannot read.
/// In a frame on another site browsers neither keep nor send such a cookie, so there the page keeps them itself, in the storage
/// that the browser gives it for that site alone, and shows them in a header.
/// </summary>
internal static class VisitorToken
{
    public const string Header = "X-Middeck-Visitor";

    private const string Cookie = "middeck_visitor";
    private const string Path = "/s/api";
    private const int Length = 43;

    // What browsers keep a cookie for at most.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The token that a request shows; null for none.</summary>
    public static string? Of(HttpRequest request)
        => IsOne(request.Headers[Header]) ? request.Headers[Header].ToString()
            : IsOne(request.Cookies[Cookie]) ? request.Cookies[Cookie]
            : null;

    /// <summary>Lets the browser keep the token.</summary>
    public static void Keep(HttpResponse response, string token) => response.Cookies.Append(
        Cookie,
        token,
        new CookieOptions
        {
            HttpOnly = true,
            Secure = response.HttpContext.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = Path,
            MaxAge = Lifetime,
            IsEssential = true,
        });

    /// <summary>
    /// What a visitor is called among the app's people: by the app too, so that no two apps see that they have the same visitor, and
    /// hashed, so that who reads the names cannot become one of them.
    /// </summary>
    public static string NameOf(Guid appId, string token)
        => $"web-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{appId}:{token}")))[..32]}";

    private static bool IsOne(string? text) => text is { Length: Length } && Base64Url.IsValid(text);
}
