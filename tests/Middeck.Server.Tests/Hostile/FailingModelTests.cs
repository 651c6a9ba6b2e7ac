using System.Net.Http.Json;
using System.Text.Json;
using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class FailingModelTests(FailingModelTests.ImpatientHost impatient) : IClassFixture<FailingModelTests.ImpatientHost>
{
    private readonly MiddeckHost _host = impatient.Host;

    [Theory]
    [InlineData("fail-500", "")]
    [InlineData("fail-401", "")]
    [InlineData("stall", "")]
    [InlineData("nonsense-html", "")]
    [InlineData("pause", "It begins well ")]
    [InlineData("cut", null)]
    [InlineData("malformed", "It begins well ")]
    [InlineData("mid-error", "It begins well ")]
    public async Task A_model_that_fails_leaves_a_failed_message_with_what_it_said(string model, string? said)
    {
        using var admin = await _host.SignInAsync();
        var provider = await ProviderAsync(admin, model);
        var (app, key) = await admin.PublishedAppAsync(provider, model);
        using var program = _host.With(key);

        using var answer = await program.Http.PostAsync("/v1/chat-messages", Question);
        var events = (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith("data: {", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line[6..]))
            .ToList();

        var error = Assert.Single(events, one => one.GetProperty("event").GetString() == "error");
        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.DoesNotContain(ScriptedModelServer.ApiKey, error.GetRawText(), StringComparison.Ordinal);
        var conversation = events[0].GetProperty("conversation_id").GetString();
        var message = (await program.GetAsync($"/v1/messages?conversation_id={conversation}&user=reader")).GetProperty("data")[0];
        Assert.Equal("error", message.GetProperty("status").GetString());
        Assert.NotEqual("", message.GetProperty("error").GetString());
        if (said is not null)
        {
            Assert.Equal(said, message.GetProperty("answer").GetString());
        }

        await RepairAsync(admin, app, provider);
        using var again = await program.Http.PostAsync("/v1/chat-messages", Question);
        Assert.Contains("\"message_end\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static JsonContent Question => JsonContent.Create(
        new { inputs = new { }, query = "hello", response_mode = "streaming", user = "reader" });

    private async Task<string> ProviderAsync(MiddeckClient admin, string model)
    {
        var name = $"scripted-{Guid.CreateVersion7():N}"[..40];
        await admin.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name,
                kind = "openai",
                base_url = _host.Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = new[] { model, "echo" }.Select(id => new { name = id, type = "llm" }),
            },
            201);
        return name;
    }

    private static async Task RepairAsync(MiddeckClient admin, string app, string provider)
    {
        var draft = await admin.GetAsync($"/api/v1/apps/{app}/draft");
        await admin.PutAsync($"/api/v1/apps/{app}/draft", new
        {
            revision = draft.GetProperty("revision").GetInt32(),
            config = new { model = new { provider, name = "echo", mode = "chat" } },
        });
        await admin.PostAsync($"/api/v1/apps/{app}/publish", new { });
    }

    /// <summary>A platform that waits for a model for a second only.</summary>
    public sealed class ImpatientHost : IAsyncLifetime
    {
        public MiddeckHost Host { get; } = new()
        {
            Configuration =
            {
                ["models:firstbytetimeout"] = "1",
                ["models:idletimeout"] = "1",
                ["models:retries"] = "0",
            },
        };

        public Task InitializeAsync() => Host.InitializeAsync();

        public Task DisposeAsync() => Host.DisposeAsync();
    }
}
