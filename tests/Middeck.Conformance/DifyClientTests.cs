using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>npm's <c>dify-client</c>, unmodified, against a published chat app.</summary>
public sealed class DifyClientTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task Every_call_that_a_chat_app_answers_works()
    {
        using var admin = await host.SignInAsync();
        var key = await ScriptedApps.PublishAsync(host, admin, "echo");

        var seen = await NodeClient.RunAsync("dify.mjs", new Uri(host.Address, "/v1").ToString(), key);

        var blocking = seen.GetProperty("blocking");
        Assert.Equal("message", blocking.GetProperty("event").GetString());
        Assert.Equal("chat", blocking.GetProperty("mode").GetString());
        Assert.Equal("hello there", blocking.GetProperty("answer").GetString());
        Assert.True(blocking.GetProperty("metadata").GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);

        Assert.Equal("and once more", seen.GetProperty("streamed").GetString());
        Assert.Equal("message_end", seen.GetProperty("end").GetProperty("event").GetString());

        var queries = seen.GetProperty("messages").GetProperty("data").EnumerateArray()
            .Select(message => message.GetProperty("query").GetString());
        Assert.Equal(["hello there", "and once more"], queries);
        Assert.Equal("success", seen.GetProperty("feedback").GetProperty("result").GetString());
        Assert.Equal(1, seen.GetProperty("conversations").GetProperty("data").GetArrayLength());
        Assert.Equal("renamed by the client", seen.GetProperty("renamed").GetProperty("name").GetString());
        Assert.Equal(204, seen.GetProperty("deleted").GetInt32());
        Assert.Equal(0, seen.GetProperty("after").GetProperty("data").GetArrayLength());
        Assert.True(seen.GetProperty("parameters").TryGetProperty("user_input_form", out _));
    }
}
