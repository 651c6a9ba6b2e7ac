using Microsoft.AspNetCore.Builder;

namespace Middeck.Server;

/// <summary>Headers that every answer carries.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(self), geolocation=()";
        headers.XFrameOptions = "DENY";
        return next(context);
    });
}
