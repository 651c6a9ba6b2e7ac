using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>npm's <c>openai</c>, unmodified, against a published chat app.</summary>
public sealed class OpenAiClientTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task An_app_answers_as_a_model_does()
    {
        using var admin = await host.SignInAsync();
        var key = await ScriptedApps.PublishAsync(host, admin, "echo");

        var seen = await NodeClient.RunAsync("openai.mjs", new Uri(host.Address, "/v1").ToString(), key);

        Assert.Equal(seen.GetProperty("models")[0].GetProperty("id").GetString(), seen.GetProperty("found").GetProperty("id").GetString());
        var choice = seen.GetProperty("whole").GetProperty("choices")[0];
        Assert.Equal("hello there", choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Equal("chat.completion", seen.GetProperty("whole").GetProperty("object").GetString());
        Assert.True(seen.GetProperty("whole").GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);

        Assert.Equal("and once more", seen.GetProperty("streamed").GetString());
        Assert.Equal("stop", seen.GetProperty("finish").GetString());
        Assert.True(seen.GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);

        Assert.Equal("BadRequestError", seen.GetProperty("noMessages").GetProperty("kind").GetString());
        Assert.Equal("messages", seen.GetProperty("noMessages").GetProperty("param").GetString());
        Assert.Equal("AuthenticationError", seen.GetProperty("badKey").GetProperty("kind").GetString());
        Assert.Equal("model_not_found", seen.GetProperty("noModel").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_address_that_FastGPT_and_the_console_share_answers_by_the_key()
    {
        using var admin = await host.SignInAsync();
        var key = await ScriptedApps.PublishAsync(host, admin, "script");
        using var program = host.With(key);

        Assert.Equal("list", (await program.GetAsync("/api/v1/models")).GetProperty("object").GetString());
        Assert.False((await admin.GetAsync("/api/v1/models")).TryGetProperty("object", out _));
    }
}
