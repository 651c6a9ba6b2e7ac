using System.Text;
using System.Text.Json;
using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Studio.Tests.Platform;

/// <summary>Files on their way through the whole platform: real keys, real readers, a model over HTTP.</summary>
public sealed class PlatformFileTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_and_a_document_reach_the_model_and_the_trace_tells_what_it_got()
    {
        using var admin = await host.SignInAsync();
        await admin.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name = "seeing",
                kind = "openai",
                base_url = host.Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = new[] { new { name = "seeing-echo", type = "llm" } },
            },
            201);
        var created = await admin.PostAsync(
            "/api/v1/apps",
            new
            {
                name = "Reader",
                mode = "chat",
                config = new
                {
                    model = new { provider = "seeing", name = "seeing-echo" },
                    file_upload = new
                    {
                        enabled = true,
                        allowed_file_types = new[] { "image", "document" },
                        image = new { detail = "high" },
                    },
                },
            },
            201);
        var id = created.GetProperty("id").GetString();
        await admin.PostAsync($"/api/v1/apps/{id}/publish");
        var key = (await admin.PostAsync($"/api/v1/apps/{id}/api-keys", new { name = "test" }, 201)).GetProperty("key").GetString()!;
        using var app = host.With(key);
        var picture = await app.UploadAsync("/v1/files/upload", "cat.png", Png, 201);
        var page = await app.UploadAsync(
            "/v1/files/upload", "leave.html", Encoding.UTF8.GetBytes("<h1>Leave</h1><p>年假须提前两周申请。</p>"), 201);

        var answer = await app.PostAsync("/v1/chat-messages", new
        {
            query = "When?",
            inputs = new { },
            user = "DEFAULT-USER",
            files = new[] { Local("image", picture), Local("document", page) },
        });

        Assert.Contains("年假须提前两周申请。", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        var asked = await host.Model.WaitForRequestAsync(seen => seen.Model == "seeing-echo");
        var parts = asked.Body.GetProperty("messages")[0].GetProperty("content");
        Assert.Equal("text", parts[0].GetProperty("type").GetString());
        Assert.Contains("<file name=\"leave.html\">", parts[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var image = parts[1].GetProperty("image_url");
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(Png)}", image.GetProperty("url").GetString());
        Assert.Equal("high", image.GetProperty("detail").GetString());

        var message = answer.GetProperty("message_id").GetString();
        var trace = await admin.GetAsync($"/api/v1/apps/{id}/messages/{message}/trace");
        var prompt = trace.GetProperty("steps").EnumerateArray()
            .First(step => step.GetProperty("kind").GetString() == "prompt").GetProperty("output")[0];
        Assert.Equal("image/png, 11 bytes", prompt.GetProperty("attached")[0].GetString());
    }

    private static object Local(string type, JsonElement file)
        => new { type, transfer_method = "local_file", upload_file_id = file.GetProperty("id").GetString() };
}
