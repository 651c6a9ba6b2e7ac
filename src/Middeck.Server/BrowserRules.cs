using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Middeck.Operations.Configuration;

namespace Middeck.Server;

/// <summary>What browsers may do: which other origins may call the API, and over what cookies travel.</summary>
internal static class BrowserRules
{
    public static void UseBrowserRules(this WebApplication app, ServerOptions server)
    {
        if (server.SecureCookies)
        {
            app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });
        }

        if (server.AllowedOrigins.Length > 0)
        {
            app.UseCors(policy => policy.WithOrigins(server.AllowedOrigins).AllowAnyHeader().AllowAnyMethod()
                .WithExposedHeaders("X-Trace-Id", "Retry-After"));
        }
    }
}
