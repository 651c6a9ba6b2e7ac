using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Studio.Tests.Platform;

/// <summary>The room in the whole platform: real keys, real models over HTTP, real knowledge.</summary>
public sealed class PlatformChatTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_document_is_asked_with_an_apps_key_and_the_answer_cites_it()
    {
        using var admin = await host.SignInAsync();
        await GivenModelsAsync(admin, "quoting", "quote");
        var knowledge = await admin.PostAsync("/api/v1/knowledge-bases", new { name = "Handbook", indexing = "economy" }, 201);
        var id = knowledge.GetProperty("id").GetString();
        var document = await admin.UploadAsync(
            $"/api/v1/knowledge-bases/{id}/documents", "leave.md",
            Encoding.UTF8.GetBytes("# Leave\n\nLeave is requested two weeks ahead. 年假须提前两周申请。"));
        await admin.UntilAsync(
            $"/api/v1/knowledge-bases/{id}/documents/{document.GetProperty("id").GetString()}",
            found => found.GetProperty("status").GetString() == "completed");
        using var app = host.With(await GivenAppKeyAsync(admin, new
        {
            model = new { provider = "quoting", name = "quote" },
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { enabled = true, id } } } } },
        }));

        var answer = await app.PostAsync(
            "/v1/chat-messages", new { query = "When is leave requested?", inputs = new { }, user = "u" });

        Assert.Contains("[1]", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        var source = answer.GetProperty("metadata").GetProperty("retriever_resources")[0];
        Assert.Equal("leave.md", source.GetProperty("document_name").GetString());
        Assert.Equal(1, source.GetProperty("position").GetInt32());
    }

    [Fact]
    public async Task Without_any_model_the_builtin_one_answers_and_says_when_it_does_not_know()
    {
        var workspace = await host.CreateWorkspaceAsync("No model");
        using var app = host.With(await GivenAppKeyAsync(workspace.Owner, new { }));

        var answer = await app.PostAsync("/v1/chat-messages", new { query = "What is the meaning of life?", inputs = new { }, user = "u" });

        Assert.NotEqual("", answer.GetProperty("answer").GetString());
    }

    [Theory]
    [InlineData("fail-500")]
    [InlineData("cut")]
    [InlineData("truncated")]
    [InlineData("malformed")]
    [InlineData("mid-error")]
    [InlineData("empty")]
    [InlineData("nonsense-html")]
    public async Task A_model_that_misbehaves_fails_the_message_and_never_tells_its_key(string behaviour)
    {
        using var admin = await host.SignInAsync();
        await GivenModelsAsync(admin, $"bad-{behaviour}", behaviour);
        using var app = host.With(await GivenAppKeyAsync(admin, new { model = new { provider = $"bad-{behaviour}", name = behaviour } }));

        var error = await app.PostAsync(
            "/v1/chat-messages", new { query = "q", inputs = new { }, user = "u" }, 400);

        Assert.Equal("completion_request_error", error.GetProperty("code").GetString());
        Assert.DoesNotContain(ScriptedModelServer.ApiKey, error.ToString(), StringComparison.Ordinal);
        var conversation = (await app.GetAsync("/v1/conversations?user=u")).GetProperty("data")[0];
        var message = (await app.GetAsync(
            $"/v1/messages?user=u&conversation_id={conversation.GetProperty("id").GetString()}")).GetProperty("data")[0];
        Assert.Equal("error", message.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_stop_closes_the_socket_to_the_model_within_a_second()
    {
        using var admin = await host.SignInAsync();
        await GivenModelsAsync(admin, "pausing", "pause");
        var key = await GivenAppKeyAsync(admin, new { model = new { provider = "pausing", name = "pause" } });
        using var app = host.With(key);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat-messages")
        {
            Content = JsonContent.Create(new { query = "q", inputs = new { }, user = "u", response_mode = "streaming" }),
        };
        using var response = await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        using var first = JsonDocument.Parse((await reader.ReadLineAsync())!["data: ".Length..]);
        var task = first.RootElement.GetProperty("task_id").GetString();
        var upstream = await host.Model.WaitForRequestAsync(seen => seen.Model == "pause");

        await app.PostAsync($"/v1/chat-messages/{task}/stop", new { user = "u" });

        await upstream.Aborted.WaitAsync(TimeSpan.FromSeconds(1));
        var rest = await reader.ReadToEndAsync();
        Assert.Contains("\"event\":\"message_end\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_and_bodies_are_answered_as_Dify_does()
    {
        using var admin = await host.SignInAsync();
        using var app = host.With(await GivenAppKeyAsync(admin, new { }));
        using var anonymous = host.Anonymous();
        using var forged = host.With("app-forged");

        Assert.Equal("unauthorized", (await anonymous.GetAsync("/v1/parameters", 401)).GetProperty("code").GetString());
        Assert.Equal("unauthorized", (await forged.GetAsync("/v1/parameters", 401)).GetProperty("code").GetString());
        Assert.Equal("not_found", (await app.GetAsync("/v1/nothing-here", 404)).GetProperty("code").GetString());
        using var broken = await app.Http.PostAsync(
            "/v1/chat-messages", new StringContent("{\"query\": ", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Contains("\"code\":\"invalid_param\"", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("v1", (await anonymous.GetAsync("/v1/")).GetProperty("api_version").GetString());
    }

    private static async Task<string> GivenAppKeyAsync(MiddeckClient client, object config)
    {
        var app = await client.PostAsync("/api/v1/apps", new { name = "Help", mode = "chat", config }, 201);
        var id = app.GetProperty("id").GetString();
        await client.PostAsync($"/api/v1/apps/{id}/publish");
        return (await client.PostAsync($"/api/v1/apps/{id}/api-keys", new { name = "test" }, 201))
            .GetProperty("key").GetString()!;
    }

    private Task<JsonElement> GivenModelsAsync(MiddeckClient client, string provider, string model) => client.PostAsync(
        "/api/v1/model-providers",
        new
        {
            name = provider,
            kind = "openai",
            base_url = host.Model.BaseUrl,
            api_key = ScriptedModelServer.ApiKey,
            models = new[] { new { name = model, type = "llm" } },
        },
        201);
}
