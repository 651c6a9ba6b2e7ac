using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>
/// An MCP server that people sign in to, with its authorization server in the same place: metadata by RFC 9728 and RFC 8414, registration by
/// RFC 7591, codes with PKCE.
/// </summary>
internal sealed class SignInServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _challenges = new();
    private int _tokens;

    private McpTestServer Server { get; set; } = null!;

    public string Url => Server.Url;

    /// <summary>How tokens were asked for: the form's fields.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = new();

    /// <summary>Bodies of registrations.</summary>
    public ConcurrentQueue<string> Registered { get; } = new();

    /// <summary>The access token that is let in.</summary>
    public string Token => $"at-{_tokens}";

    /// <summary>How long tokens hold, in seconds.</summary>
    public int Lifetime { get; set; } = 3_600;

    private string Home => Url[..^"/mcp".Length];

    public static async Task<SignInServer> StartAsync(params McpServerTool[] tools)
    {
        var server = new SignInServer();
        server.Server = await McpTestServer.StartAsync(
            app =>
            {
                app.Use(server.GuardAsync);
                app.MapGet("/.well-known/oauth-protected-resource", () => Results.Json(new { resource = server.Url, authorization_servers = new[] { server.Home } }));
                app.MapGet("/.well-known/oauth-authorization-server", () => Results.Json(new
                {
                    issuer = server.Home,
                    authorization_endpoint = $"{server.Home}/authorize",
                    token_endpoint = $"{server.Home}/token",
                    registration_endpoint = $"{server.Home}/register",
                    response_types_supported = new[] { "code" },
                    grant_types_supported = new[] { "authorization_code", "refresh_token" },
                    code_challenge_methods_supported = new[] { "S256" },
                    token_endpoint_auth_methods_supported = new[] { "none" },
                }));
                app.MapPost("/register", server.RegisterAsync);
                app.MapPost("/token", server.GiveAsync);
            },
            tools);
        return server;
    }

    /// <summary>Says yes on the page, as a person does: where the browser is sent back to.</summary>
    public Uri Allow(Uri page)
    {
        var query = HttpUtility.ParseQueryString(page.Query);
        Assert.StartsWith($"{Home}/authorize", page.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("S256", query["code_challenge_method"]);
        _challenges["code-1"] = query["code_challenge"]!;
        return new Uri($"{query["redirect_uri"]}?code=code-1&state={Uri.EscapeDataString(query["state"]!)}");
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == "/mcp" && context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"{Home}/.well-known/oauth-protected-resource\"";
            return;
        }

        await next(context);
    }

    private async Task<IResult> RegisterAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Registered.Enqueue(await reader.ReadToEndAsync());
        return Results.Json(new { client_id = "client-1", token_endpoint_auth_method = "none" }, statusCode: 201);
    }

    private async Task<IResult> GiveAsync(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        Asked.Enqueue(form);
        var isRight = form["grant_type"] == "refresh_token"
            ? form["refresh_token"] == $"rt-{_tokens}"
            : _challenges.TryGetValue(form["code"], out var challenge)
                && challenge == Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (!isRight)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        _tokens++;
        return Results.Json(new { access_token = Token, token_type = "Bearer", expires_in = Lifetime, refresh_token = $"rt-{_tokens}" });
    }
}
