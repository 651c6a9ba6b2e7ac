using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>Our access tokens against npm's <c>jose</c>, in both directions.</summary>
public sealed class JoseTests(JoseTests.HostWithKnownSecret fixture) : IClassFixture<JoseTests.HostWithKnownSecret>
{
    private const string Secret = "a secret of more than thirty-two bytes for tests";

    private readonly MiddeckHost _host = fixture.Host;

    [Fact]
    public async Task Jose_verifies_a_token_of_ours()
    {
        using var anonymous = _host.Anonymous();
        var login = await anonymous.PostAsync(
            "/api/v1/auth/login", new { email = MiddeckHost.AdminEmail, password = MiddeckHost.AdminPassword });
        var token = login.GetProperty("access_token").GetString()!;
        var claims = Claims(token);

        var verified = await NodeClient.RunAsync(
            "jose.mjs", token, Secret, claims.GetProperty("iss").GetString()!, claims.GetProperty("aud").GetString()!);

        var payload = verified.GetProperty("payload");
        Assert.Equal(login.GetProperty("user").GetProperty("id").GetString(), payload.GetProperty("sub").GetString());
        Assert.Equal(3600, payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task A_token_that_jose_signs_with_the_same_claims_is_accepted_and_one_with_another_secret_is_not()
    {
        using var anonymous = _host.Anonymous();
        var login = await anonymous.PostAsync(
            "/api/v1/auth/login", new { email = MiddeckHost.AdminEmail, password = MiddeckHost.AdminPassword });
        var claims = Claims(login.GetProperty("access_token").GetString()!).GetRawText();

        var good = await SignAsync("HS256", Secret, claims);
        var otherSecret = await SignAsync("HS256", Secret + "!", claims);
        var otherAlgorithm = await SignAsync("HS384", Secret, claims);

        await _host.With(good).GetAsync("/api/v1/auth/me");
        await _host.With(otherSecret).GetAsync("/api/v1/auth/me", 401);
        await _host.With(otherAlgorithm).GetAsync("/api/v1/auth/me", 401);
    }

    private static async Task<string> SignAsync(string algorithm, string secret, string claims)
        => (await NodeClient.RunAsync("jose-sign.mjs", algorithm, secret, claims)).GetProperty("token").GetString()!;

    private static JsonElement Claims(string token)
    {
        var body = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(body.PadRight(body.Length + ((4 - (body.Length % 4)) % 4), '='));
        return JsonSerializer.Deserialize<JsonElement>(bytes);
    }

    /// <summary>A platform whose signing secret the test knows.</summary>
    public sealed class HostWithKnownSecret : IAsyncLifetime
    {
        public MiddeckHost Host { get; } = new() { Configuration = { ["identity:jwtaccesssecret"] = Secret } };

        public Task InitializeAsync() => Host.InitializeAsync();

        public Task DisposeAsync() => Host.DisposeAsync();
    }
}
