using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity;
using Middeck.Studio.Sites;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>Begins sign-ins, and takes browsers that come back from them.</summary>
internal static class SignInEndpoints
{
    private const string ReturnPath = "/s/api/oauth";
    private const string Cookie = "middeck_sign_in";
    private const int Longest = 4_000;

    public static void MapSignIns(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/tool-providers/{id:guid}/sign-in", BeginAsync).WithTags("Tools").RequirePermission(Permissions.Apps.Update)
            .WithName("SignInToToolProvider").WithSummary("Begin to sign in to an MCP server; the page is opened in the same browser");
        routes.MapVisitorGroup(ReturnPath).WithTags("Tools").MapGet("/callback", ReturnAsync).WithName("ReturnFromSignIn")
            .WithSummary("Where browsers come back to from a sign-in").Produces<string>(StatusCodes.Status200OK, "text/html");
    }

    private static async Task<Ok<StartedSignIn>> BeginAsync(
        Guid id, CallerContext context, ToolProviderStore store, ProviderVault vault, McpSignIns signIns, IOptions<IdentityOptions> identity,
        HttpContext http, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(context.Caller.WorkspaceId, id, cancellationToken) ?? throw ToolProviderFaults.NotFound();
        if (row.Settings.Auth.Type != ProviderAuth.OAuth)
        {
            throw McpFaults.NoSignIn();
        }

        var request = http.Request;
        var home = identity.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
        var attempt = await signIns.BeginAsync(vault.Open(row), new Uri($"{home}{ReturnPath}/callback"), cancellationToken);
        http.Response.Cookies.Append(Cookie, attempt.Nonce, new CookieOptions
        {
            // Lax: it comes along when the server sends the browser back.
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
            Path = ReturnPath,
            MaxAge = TimeSpan.FromMinutes(10),
        });
        return TypedResults.Ok(new StartedSignIn((await attempt.Page)?.AbsoluteUri));
    }

    private static async Task<ContentHttpResult> ReturnAsync(
        string? code, string? state, [FromQuery(Name = "iss")] string? issuer, string? error,
        [FromQuery(Name = "error_description")] string? description, HttpRequest request, McpSignIns signIns, CancellationToken cancellationToken)
    {
        var nonce = request.Cookies[Cookie];
        var isWhole = state is { Length: > 0 } && nonce is { Length: > 0 } && (code ?? error) is { Length: > 0 }
            && new[] { state, nonce, code, issuer, error, description }.Sum(static part => part?.Length ?? 0) <= Longest;
        if (isWhole)
        {
            await signIns.ReturnAsync(
                new SignInReturn(state!, code, issuer, error is null ? null : $"{error} {description}".Trim(), nonce!), cancellationToken);
        }

        return !isWhole ? Page("登录没有完成，请在控制台重新开始。", "The sign-in is not complete. Begin again in the console.")
            : code is null ? Page("登录被拒绝，可以关闭此页面。", "The sign-in was refused. You can close this page.")
            : Page("可以关闭此页面，回到控制台。", "You can close this page and go back to the console.");
    }

    private static ContentHttpResult Page(string chinese, string english) => TypedResults.Content(
        $"<!doctype html><meta charset=\"utf-8\"><title>Middeck</title><p>{chinese}</p><p>{english}</p>", "text/html", Encoding.UTF8);
}
