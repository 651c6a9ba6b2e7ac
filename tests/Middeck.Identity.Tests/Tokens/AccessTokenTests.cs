using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Identity.Tests.Hosting;
using Middeck.Identity.Tokens;

namespace Middeck.Identity.Tests.Tokens;

public sealed class AccessTokenTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private byte[] Key => host.Services.GetRequiredService<SigningKeys>().AccessToken;

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "HS512")]
    [InlineData("alg", "hs256")]
    [InlineData("crit", "exp")]
    public async Task Another_algorithm_is_refused_even_when_signed_with_our_key(string name, string value)
        => await AssertRefusedAsync(await ForgeAsync(header => header[name] = value, null));

    [Theory]
    [InlineData("iss", "somebody")]
    [InlineData("aud", "another")]
    [InlineData("sub", "not an id")]
    [InlineData("sid", "019a0000-0000-7000-8000-000000000000")]
    [InlineData("sub", "019a0000-0000-7000-8000-000000000000")]
    [InlineData("exp", null)]
    [InlineData("nbf", null)]
    [InlineData("jti", null)]
    public async Task A_claim_that_is_not_ours_is_refused_even_when_signed_with_our_key(string name, string? value)
        => await AssertRefusedAsync(await ForgeAsync(null, body =>
        {
            if (value is null)
            {
                body.Remove(name);
            }
            else
            {
                body[name] = value;
            }
        }));

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        var parts = (await host.LoginAsync()).AccessToken!.Split('.');

        await AssertRefusedAsync(Sign(parts[0], parts[1], RandomNumberGenerator.GetBytes(32)));
    }

    [Fact]
    public async Task A_token_without_signature_or_with_a_changed_letter_is_refused()
    {
        var token = (await host.LoginAsync()).AccessToken!;
        var parts = token.Split('.');

        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}");
        await AssertRefusedAsync(token + ".");
        await AssertRefusedAsync(token + "=");
        await AssertRefusedAsync(token[..^10] + (token[^10] == 'A' ? 'B' : 'A') + token[^9..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.")]
    [InlineData("app-unknown")]
    [InlineData("md-' OR '1'='1")]
    public async Task Nonsense_is_refused_without_an_exception(string token) => await AssertRefusedAsync(token);

    [Fact]
    public async Task A_very_long_credential_is_refused()
    {
        await AssertRefusedAsync(new string('a', 9000));
        await AssertRefusedAsync("app-" + new string('a', 9000));
    }

    [Fact]
    public async Task A_token_is_good_for_an_hour_and_a_minute_of_leeway()
    {
        var client = await host.LoginAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(3600 + 59));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/auth/me")).Status);

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await AssertRefusedAsync(client.AccessToken!);
    }

    [Fact]
    public async Task A_token_from_the_future_is_refused()
        => await AssertRefusedAsync(await ForgeAsync(null, body =>
            body["nbf"] = host.Clock.GetUtcNow().ToUnixTimeSeconds() + 61));

    private async Task AssertRefusedAsync(string token)
    {
        var answer = await host.Anonymous().SendAsync(
            HttpMethod.Get, "/api/v1/auth/me", null, ("Authorization", $"Bearer {token}"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("auth.unauthenticated", answer.Code);
        Assert.Equal("Bearer realm=\"api\"", answer.Headers["WWW-Authenticate"].Single());
    }

    private async Task<string> ForgeAsync(Action<JsonObject>? header, Action<JsonObject>? body)
    {
        var parts = (await host.LoginAsync()).AccessToken!.Split('.');
        return Sign(Change(parts[0], header), Change(parts[1], body), Key);
    }

    private static string Change(string part, Action<JsonObject>? change)
    {
        var json = JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
        change?.Invoke(json);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static string Sign(string header, string body, byte[] key)
        => $"{header}.{body}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{header}.{body}")))}";
}
