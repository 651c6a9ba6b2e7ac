using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Middeck.ScriptedModel;
using Middeck.Testing;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

public sealed class DifyAppOperationTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private static readonly object Talks = new
    {
        model = new { provider = "scripted", name = "echo" },
        suggested_questions_after_answer = new { enabled = true },
        speech_to_text = new { enabled = true },
        text_to_speech = new { enabled = true, voice = "nova" },
        conversation_variables = new[] { new { name = "language", value_type = "string", value = "en" } },
        user_input_form = Array.Empty<object>(),
        file_upload = new
        {
            enabled = true,
            allowed_file_types = new[] { "document" },
            allowed_file_upload_methods = new[] { "local_file" },
        },
    };

    [Fact]
    public async Task Every_operation_of_apps_that_Dify_documents_answers_for_objects_that_are_there()
    {
        var workspace = await host.CreateWorkspaceAsync("Dify");
        var (chat, ids) = await GivenChatAsync(workspace);
        using var completion = await GivenAppAsync(workspace, "completion", new { model = new { provider = "scripted", name = "echo" }, pre_prompt = "Hi." });
        using var workflow = await GivenWorkflowAsync(workspace, ids);
        var wrong = new List<string>();

        // What is deleted is reached for last.
        foreach (var (method, path) in Operations().OrderBy(operation => operation.Method == "DELETE"))
        {
            var client = path.Split('/')[1] switch
            {
                "completion-messages" => completion,
                "workflows" or "workflow" or "form" => workflow,
                _ => chat,
            };
            using var answer = await SendAsync(client, method, path, ids);
            if (!answer.IsSuccessStatusCode)
            {
                wrong.Add($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        chat.Dispose();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused_in_the_words_of_Dify()
    {
        var workspace = await host.CreateWorkspaceAsync("Dify");
        using var client = await GivenAppAsync(workspace, "chat", new { });

        var error = await client.PutAsync("/v1/chat-messages", new { }, 405);

        Assert.Equal("method_not_allowed", error.GetProperty("code").GetString());
    }

    private static IEnumerable<(string Method, string Path)> Operations()
        => File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Middeck.Studio.Tests", "Dify", "operations.txt"))
            .Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]));

    private static Task<HttpResponseMessage> SendAsync(
        MiddeckClient client, string method, string path, Dictionary<string, string> ids)
    {
        // "enable" stands in an address and in the job's that follows it.
        var filled = ids.Aggregate(path, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        var request = new HttpRequestMessage(new HttpMethod(method), $"/v1{filled}{Query(path, ids)}")
        {
            Content = path switch
            {
                "/files/upload" => Form("rules.txt", "text/plain"),
                "/audio-to-text" => Form("voice.webm", "audio/webm"),
                _ => method == "GET" ? null : new StringContent(JsonSerializer.Serialize(Body(path, ids)), Encoding.UTF8, "application/json"),
            },
        };
        return client.Http.SendAsync(request);
    }

    private static string Query(string path, Dictionary<string, string> ids) => path switch
    {
        "/messages" => $"?user=u&conversation_id={ids["conversation_id"]}",
        "/conversations/{conversation_id}/variables" or "/messages/{message_id}/suggested" or "/conversations"
            or "/files/{file_id}/preview" or "/workflow/{workflow_run_id}/events" => "?user=u",
        _ => "",
    };

    private static object Body(string path, Dictionary<string, string> ids) => path switch
    {
        "/workflows/run" or "/workflows/{workflow_id}/run" => new { inputs = new { }, user = "u" },
        "/form/human_input/{form_token}" => new { inputs = new { }, action = "yes", user = "u" },
        "/chat-messages" => new { query = "hi", inputs = new { }, user = "u" },
        "/completion-messages" => new { inputs = new { }, user = "u" },
        "/messages/{message_id}/feedbacks" => new { rating = "like", user = "u" },
        "/conversations/{conversation_id}/name" => new { name = "Rules", user = "u" },
        "/conversations/{conversation_id}/variables/{variable_id}" => new { value = "zh", user = "u" },
        "/text-to-audio" => new { message_id = ids["message_id"], user = "u" },
        "/apps/annotations" or "/apps/annotations/{annotation_id}" => new { question = "Who?", answer = "Us." },
        "/apps/annotation-reply/{action}" => new
        {
            embedding_provider_name = "builtin",
            embedding_model_name = "lexical-embedding",
            score_threshold = 0.9,
        },
        _ => new { user = "u" },
    };

    private static MultipartFormDataContent Form(string name, string type)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes("Exits are marked."));
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { file, "file", name }, { new StringContent("u"), "user" } };
    }

    private async Task<(MiddeckClient Client, Dictionary<string, string> Ids)> GivenChatAsync(TestWorkspace workspace)
    {
        await workspace.Owner.PostAsync(
            "/api/v1/model-providers",
            new
            {
                name = "scripted",
                kind = "openai",
                base_url = host.Model.BaseUrl,
                api_key = ScriptedModelServer.ApiKey,
                models = new[] { new { name = "echo" }, new { name = "whisper-1" }, new { name = "tts-1" } },
            },
            201);
        var client = await GivenAppAsync(workspace, "chat", Talks);
        using var upload = await client.Http.PostAsync("/v1/files/upload", Form("plan.txt", "text/plain"));
        var file = JsonSerializer.Deserialize<JsonElement>(await upload.Content.ReadAsStringAsync());
        var answer = await client.PostAsync(
            "/v1/chat-messages",
            new
            {
                query = "hi",
                inputs = new { },
                user = "u",
                files = new[] { new { type = "document", transfer_method = "local_file", upload_file_id = Text(file, "id") } },
            });
        var conversation = Text(answer, "conversation_id");
        var variables = await client.GetAsync($"/v1/conversations/{conversation}/variables?user=u");
        var annotation = await client.PostAsync("/v1/apps/annotations", new { question = "Where?", answer = "Here." }, 201);
        var job = await client.PostAsync("/v1/apps/annotation-reply/enable", new { score_threshold = 0.9 });
        return (client, new Dictionary<string, string>
        {
            ["conversation_id"] = conversation,
            ["message_id"] = Text(answer, "message_id"),
            ["task_id"] = Text(answer, "task_id"),
            ["file_id"] = Text(file, "id"),
            ["end_user_id"] = Text(file, "created_by"),
            ["variable_id"] = Text(variables.GetProperty("data")[0], "id"),
            ["annotation_id"] = Text(annotation, "id"),
            ["job_id"] = Text(job, "job_id"),
            ["action"] = "enable",
        });
    }

    // A run of it waits for a person.
    private async Task<MiddeckClient> GivenWorkflowAsync(TestWorkspace workspace, Dictionary<string, string> ids)
    {
        var client = await GivenAppAsync(workspace, "workflow", new { graph = Graphs.Approval });
        using var answer = await client.Http.PostAsync(
            "/v1/workflows/run",
            new StringContent("""{"inputs": {}, "user": "u", "response_mode": "streaming"}""", Encoding.UTF8, "application/json"));
        foreach (var line in (await answer.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            var next = JsonSerializer.Deserialize<JsonElement>(line[6..]);
            switch (Text(next, "event"))
            {
                case "workflow_started":
                    ids["workflow_run_id"] = Text(next, "workflow_run_id");
                    ids["workflow_id"] = Text(next.GetProperty("data"), "workflow_id");
                    break;
                case "human_input_required":
                    ids["form_token"] = Text(next.GetProperty("data"), "form_token");
                    break;
            }
        }

        return client;
    }

    private async Task<MiddeckClient> GivenAppAsync(TestWorkspace workspace, string mode, object config)
    {
        var app = Text(await workspace.Owner.PostAsync("/api/v1/apps", new { name = "Dify", mode, config }, 201), "id");
        await workspace.Owner.PostAsync($"/api/v1/apps/{app}/publish", new { });
        return host.With(Text(await workspace.Owner.PostAsync($"/api/v1/apps/{app}/api-keys", new { }, 201), "key"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
