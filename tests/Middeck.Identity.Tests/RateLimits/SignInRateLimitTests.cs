using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.RateLimits;

public sealed class SignInRateLimitTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task One_address_of_the_network_cannot_try_passwords_without_end()
    {
        await using var node = host.Build(new() { ["identity:signinsperminute"] = "5" });
        await node.Services.BootstrapIdentityAsync(CancellationToken.None);
        await node.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(node.Urls.Single()) };
        var client = new ApiClient(http);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var email = $"spray{attempt}@example.com";
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await client.PostAsync("/api/v1/auth/login", new { email, password = "Summer2026!" })).Status);
        }

        var refused = await client.PostAsync("/api/v1/auth/login", new { email = "x@example.com", password = "x" });

        Assert.Equal((HttpStatusCode.TooManyRequests, "request.too_many"), (refused.Status, refused.Code));
        Assert.NotEmpty(refused.Headers["Retry-After"]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/auth/password-policy")).Status);
        await node.StopAsync();
    }
}
