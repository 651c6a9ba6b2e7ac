using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

public sealed class PermissionRuleTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    // The named exceptions: who is not signed in yet, whether the platform is alive, and the console's own files.
    private static readonly string[] Open =
    [
        "GET /health", "GET /health/live", "GET /health/ready", "GET /api/v1/health/",
        "POST /api/v1/auth/login", "POST /api/v1/auth/refresh", "POST /api/v1/auth/logout",
        "GET /api/v1/auth/password-policy", "POST /api/v1/auth/password/forgot", "POST /api/v1/auth/password/reset",
        "GET /api/v1/invitations/{token}/", "POST /api/v1/invitations/{token}/accept",
        "GET /files/knowledge/{doc:guid}", "GET /files/knowledge/{doc:guid}/versions/{version:int}",
        "GET /files/knowledge-exports/{id:guid}", "GET /files/apps/{file:guid}",
        "GET /s/{token}", "HEAD /s/{token}", "GET /s/{token}/c/{share}", "HEAD /s/{token}/c/{share}", "GET /embed/{token}", "HEAD /embed/{token}",
        // Who knows the token of a form may answer it.
        "GET /form/{token}", "HEAD /form/{token}", "GET /s/api/forms/{form}", "POST /s/api/forms/{form}",
        // Browsers come back here from a sign-in elsewhere; what they bring is checked against what they were given.
        "GET /s/api/oauth/callback",
        // Chat platforms prove their calls by signatures.
        "GET /triggers/channels/{channel:guid}", "POST /triggers/channels/{channel:guid}",
        // Who knows the address of a webhook may call it.
        .. new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD" }.SelectMany(method =>
            new[] { $"{method} /triggers/webhook/{{id:guid}}", $"{method} /triggers/webhook-debug/{{id:guid}}" }),
        "GET /api/schema/", "GET /docs", "GET /redoc", "GET /console/api/docs", "GET /v1/", "GET /{*path:nonfile}", "HEAD /{*path:nonfile}",
    ];

    private static readonly Placeholders Nothing = new(new AnySegment());

    [Fact]
    public void Every_endpoint_names_its_permission_or_is_a_named_exception()
    {
        var unnamed = PlatformEndpoints.All(host)
            .Where(endpoint => endpoint.PermissionName is null)
            // What visitors ask of public pages: each page says itself whom it lets in, and its tests hold it to that.
            .Where(endpoint => !endpoint.Route.StartsWith("/s/api/{token}/", StringComparison.Ordinal))
            .Select(endpoint => endpoint.ToString());

        Assert.Equal(Open.Order(), unnamed.Order());
    }

    [Fact]
    public async Task Without_a_credential_every_other_endpoint_answers_401()
    {
        using var anonymous = host.Anonymous();
        var wrong = new List<string>();
        foreach (var endpoint in PlatformEndpoints.All(host).Where(endpoint => endpoint.PermissionName is not null))
        {
            using var answer = await SendAsync(anonymous, endpoint);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
            {
                wrong.Add($"{endpoint}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer app-0000000000000000000000000000000000000000")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task A_forged_credential_is_no_credential(string header)
    {
        using var client = host.Anonymous();
        client.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        var problem = await client.GetAsync("/api/v1/auth/me", 401);

        Assert.Equal("auth.unauthenticated", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_member_without_the_permission_gets_403_with_its_name()
    {
        var workspace = await host.CreateWorkspaceAsync("Permissions", "viewer");
        var viewer = workspace.Members["viewer"];
        var held = (await viewer.GetAsync("/api/v1/auth/me")).GetProperty("permissions")
            .EnumerateArray().Select(name => name.GetString()!).ToHashSet();
        var fill = new Placeholders(new AnySegment(("workspaces", workspace.Id.ToString())));
        var wrong = new List<string>();

        var all = PlatformEndpoints.All(host);
        foreach (var endpoint in all
            .Where(endpoint => endpoint.Scope is PermissionScope.Workspace or PermissionScope.Installation or PermissionScope.Service)
            .Where(endpoint => !held.Contains(endpoint.PermissionName!))
            // Where a key chooses between two endpoints of an address, people reach the one that is not the keys'.
            .Where(endpoint => endpoint.Scope is not PermissionScope.Service
                || all.Count(other => other.ToString() == endpoint.ToString()) == 1))
        {
            using var answer = await SendAsync(viewer, endpoint, fill);
            var body = await answer.Content.ReadAsStringAsync();
            // An answer to HEAD has no body to name it in.
            var isNamed = endpoint.Method == HttpMethods.Head || body.Contains(endpoint.PermissionName!, StringComparison.Ordinal);
            if (answer.StatusCode != HttpStatusCode.Forbidden || !isNamed)
            {
                wrong.Add($"{endpoint}: {(int)answer.StatusCode} {body}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task An_address_of_a_webhook_takes_so_many_calls_in_a_minute_and_others_are_not_held_up()
    {
        using var anonymous = host.Anonymous();
        var path = $"/triggers/webhook/{Ids.New(TimeProvider.System)}";
        for (var i = 0; i < 600; i++)
        {
            using var answer = await anonymous.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var refused = await anonymous.GetAsync(path, 429);
        Assert.Equal("request.too_many", refused.GetProperty("code").GetString());
        await anonymous.GetAsync($"/triggers/webhook/{Ids.New(TimeProvider.System)}", 404);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        MiddeckClient client, PlatformEndpoint endpoint, Placeholders? fill = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), (fill ?? Nothing).Fill(endpoint.Route));
        if (endpoint.ContentType is not null)
        {
            request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse(endpoint.ContentType));
        }

        return await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
