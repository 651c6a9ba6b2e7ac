using System.Net;
using System.Text;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class BodyLimitTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_JSON_body_over_the_limit_is_a_413_with_a_sentence()
    {
        using var admin = await host.SignInAsync();
        using var body = new StringContent($$"""{"name":"{{new string('x', 17 << 20)}}"}""", Encoding.UTF8, "application/json");

        var (status, problem) = await SendAsync(admin, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("request.too_large", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_of_another_type_is_a_415_with_a_sentence()
    {
        using var admin = await host.SignInAsync();
        using var body = new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded");

        var (status, problem) = await SendAsync(admin, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Equal("request.unsupported_media_type", problem.GetProperty("code").GetString());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> SendAsync(MiddeckClient admin, HttpContent body)
    {
        // Ask first: a server that refuses the body closes while it is still on its way.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/apps") { Content = body };
        request.Headers.ExpectContinue = true;
        using var answer = await admin.Http.SendAsync(request);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }
}
