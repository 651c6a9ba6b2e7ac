using Middeck.Testing.Hosting;

namespace Middeck.Conformance;

/// <summary>npm's <c>dify-client</c>, unmodified, against published apps.</summary>
public sealed class DifyClientTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task Every_call_works()
    {
        using var admin = await host.SignInAsync();
        var chat = await ScriptedApps.PublishAsync(host, admin, "echo", more: new
        {
            file_upload = new
            {
                enabled = true,
                allowed_file_types = new[] { "document" },
                allowed_file_upload_methods = new[] { "local_file" },
            },
        });
        var completion = await ScriptedApps.PublishAsync(host, admin, "echo", "completion", new
        {
            pre_prompt = "Say {{word}}",
            user_input_form = new[] { new { paragraph = new { variable = "word", label = "Word" } } },
        });

        var workflow = await ScriptedApps.PublishGraphAsync(admin, ScriptedApps.Echo);
        var seen = await NodeClient.RunAsync("dify.mjs", new Uri(host.Address, "/v1").ToString(), chat, completion, workflow);

        var blocking = seen.GetProperty("blocking");
        Assert.Equal("message", blocking.GetProperty("event").GetString());
        Assert.Equal("chat", blocking.GetProperty("mode").GetString());
        Assert.Equal("hello there", blocking.GetProperty("answer").GetString());
        Assert.True(blocking.GetProperty("metadata").GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);

        Assert.Equal("and once more", seen.GetProperty("streamed").GetString());
        Assert.Equal("message_end", seen.GetProperty("end").GetProperty("event").GetString());

        var queries = seen.GetProperty("messages").GetProperty("data").EnumerateArray()
            .Select(message => message.GetProperty("query").GetString());
        Assert.Equal(["hello there", "and once more", "with a file"], queries);
        Assert.Equal("rules.txt", seen.GetProperty("uploaded").GetProperty("name").GetString());
        var used = seen.GetProperty("messages").GetProperty("data")[2].GetProperty("message_files")[0];
        Assert.Equal(seen.GetProperty("uploaded").GetProperty("id").GetString(), used.GetProperty("upload_file_id").GetString());
        Assert.Equal("success", seen.GetProperty("feedback").GetProperty("result").GetString());
        Assert.Equal(1, seen.GetProperty("conversations").GetProperty("data").GetArrayLength());
        Assert.Equal("renamed by the client", seen.GetProperty("renamed").GetProperty("name").GetString());
        Assert.Equal(204, seen.GetProperty("deleted").GetInt32());
        Assert.Equal(0, seen.GetProperty("after").GetProperty("data").GetArrayLength());
        Assert.Equal("Say leave", seen.GetProperty("completed").GetProperty("answer").GetString());
        Assert.Equal("Say sick", seen.GetProperty("completionStreamed").GetString());
        Assert.Equal("teapot", seen.GetProperty("workflow").GetProperty("data").GetProperty("outputs").GetProperty("echo").GetString());
        Assert.True(seen.GetProperty("parameters").TryGetProperty("user_input_form", out _));
    }
}
