using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class TokenTests(TokenTests.KnownSecretHost known) : IClassFixture<TokenTests.KnownSecretHost>
{
    private const string Secret = "a-secret-that-is-known-to-this-test-only-0123456789";

    private readonly MiddeckHost _host = known.Host;

    [Fact]
    public async Task A_token_that_was_signed_with_the_platforms_key_is_taken()
        => Assert.Equal(200, await StatusAsync(Signed(await PayloadAsync(), Secret)));

    [Fact]
    public async Task A_token_of_another_key_is_refused()
        => Assert.Equal(401, await StatusAsync(Signed(await PayloadAsync(), Secret + "x")));

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var payload = await PayloadAsync();
        payload["exp"] = payload["iat"]!.GetValue<long>() - 3600;

        Assert.Equal(401, await StatusAsync(Signed(payload, Secret)));
    }

    [Fact]
    public async Task A_token_whose_session_is_unknown_is_refused()
    {
        var payload = await PayloadAsync();
        payload["sid"] = "0197a3c0-0000-7000-8000-000000000000";

        Assert.Equal(401, await StatusAsync(Signed(payload, Secret)));
    }

    [Fact]
    public async Task A_token_that_lost_its_end_is_refused()
    {
        var token = Signed(await PayloadAsync(), Secret);

        Assert.Equal(401, await StatusAsync(token[..^1]));
        Assert.Equal(401, await StatusAsync(token[..token.LastIndexOf('.')]));
        Assert.Equal(401, await StatusAsync(token[..20]));
    }

    [Fact]
    public async Task A_token_of_ten_kilobytes_is_refused_and_costs_no_row()
    {
        Assert.Equal(401, await StatusAsync(new string('a', 10_240)));
        Assert.Equal(401, await StatusAsync("app-" + new string('a', 10_240)));
        using var admin = await _host.SignInAsync();
        Assert.Empty((await admin.GetAsync("/api/v1/admin/errors")).GetProperty("data").EnumerateArray());
    }

    private static string Signed(JsonObject payload, string secret)
    {
        var signed = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8) + "."
            + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private async Task<JsonObject> PayloadAsync()
    {
        using var anonymous = _host.Anonymous();
        var answer = await anonymous.PostAsync(
            "/api/v1/auth/login", new { email = MiddeckHost.AdminEmail, password = MiddeckHost.AdminPassword });
        var payload = answer.GetProperty("access_token").GetString()!.Split('.')[1];
        return JsonNode.Parse(Base64Url.DecodeFromChars(payload))!.AsObject();
    }

    private async Task<int> StatusAsync(string token)
    {
        using var client = _host.With(token);
        using var answer = await client.Http.GetAsync("/api/v1/auth/me");
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            Assert.Contains("\"code\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        return (int)answer.StatusCode;
    }

    /// <summary>A platform that signs with a secret of the test's.</summary>
    public sealed class KnownSecretHost : IAsyncLifetime
    {
        public MiddeckHost Host { get; } = new() { Configuration = { ["identity:jwtaccesssecret"] = Secret } };

        public Task InitializeAsync() => Host.InitializeAsync();

        public Task DisposeAsync() => Host.DisposeAsync();
    }
}
