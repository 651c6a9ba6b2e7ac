using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Middeck.ScriptedModel;

namespace Middeck.Cli.Tests.Commands;

/// <summary>Runs of workflows and answers of chatflows in a platform whose process is really killed.</summary>
public sealed class KilledRunTests
{
    private const string Password = "correct-horse-battery-42";

    [Fact]
    public async Task A_run_goes_on_behind_its_last_finished_node_when_the_platform_is_killed()
    {
        await using var model = await ScriptedModelServer.StartAsync();
        await using var middeck = new MiddeckProcess();
        middeck.Environment["MIDDECK_ADMIN_EMAIL"] = "admin@example.com";
        middeck.Environment["MIDDECK_ADMIN_PASSWORD"] = Password;
        var up = await middeck.UpAsync();
        Assert.True(up.Code == 0, up.Error);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(middeck.Url) };
        await GivenModelsAsync(http, model);
        var workflow = await GivenAppAsync(http, "workflow", new
        {
            type = "end",
            title = "End",
            outputs = new[]
            {
                new { variable = "first", value_selector = new[] { "one", "text" } },
                new { variable = "second", value_selector = new[] { "two", "text" } },
            },
        });
        var chatflow = await GivenAppAsync(http, "advanced-chat", new { type = "answer", title = "Answer", answer = "{{#one.text#}}, {{#two.text#}}." });

        var platform = await middeck.PidAsync("platform");
        var run = (await StartAsync(http, workflow, "/v1/workflows/run")).GetProperty("workflow_run_id").GetString()!;
        var asked = await StartAsync(http, chatflow, "/v1/chat-messages");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", workflow);
        await UntilAsync(() => Task.FromResult(model.Requests.Count(request => request.Model == "slow-2000") == 2), 30);
        Kill(platform);
        await UntilAsync(async () => await StatusAsync(http, run) == "succeeded", 120);

        using var found = await http.GetAsync(new Uri($"/v1/workflows/run/{run}", UriKind.Relative));
        var detail = await found.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("""{"first":"one","second":"two"}""", detail.GetProperty("outputs").GetRawText().Replace(" ", "", StringComparison.Ordinal));

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", chatflow);
        var history = $"/v1/messages?user=u&conversation_id={asked.GetProperty("conversation_id").GetString()}";
        await UntilAsync(async () => await AnswerAsync(http, history) == "one, two.", 120);
        Assert.Equal(2, model.Requests.Count(request => request.Model == "echo"));
        Assert.Equal(4, model.Requests.Count(request => request.Model == "slow-2000"));
    }

    private static async Task GivenModelsAsync(HttpClient http, ScriptedModelServer model)
    {
        var login = await PostAsync(http, "/api/v1/auth/login", new { email = "admin@example.com", password = Password });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", login.GetProperty("access_token").GetString());
        await PostAsync(http, "/api/v1/model-providers", new
        {
            name = "scripted",
            kind = "openai",
            base_url = model.BaseUrl,
            api_key = ScriptedModelServer.ApiKey,
            models = new[] { new { name = "echo", type = "llm" }, new { name = "slow-2000", type = "llm" } },
        });
    }

    /// <summary>The key of an app that asks a quick model, then a slow one, and says both.</summary>
    private static async Task<string> GivenAppAsync(HttpClient http, string mode, object end)
    {
        var app = await PostAsync(http, "/api/v1/apps", new
        {
            name = mode,
            mode,
            graph = new
            {
                nodes = new object[]
                {
                    new { id = "start", data = new { type = "start", title = "Start", variables = Array.Empty<object>() } },
                    Ask("one", "echo"),
                    Ask("two", "slow-2000"),
                    new { id = "end", data = end },
                },
                edges = new[]
                {
                    new { id = "e1", source = "start", target = "one" },
                    new { id = "e2", source = "one", target = "two" },
                    new { id = "e3", source = "two", target = "end" },
                },
            },
        });
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await PostAsync(http, $"{path}/publish", new { });
        return (await PostAsync(http, $"{path}/api-keys", new { })).GetProperty("key").GetString()!;
    }

    private static object Ask(string id, string name) => new
    {
        id,
        data = new
        {
            type = "llm",
            title = id,
            model = new { provider = "scripted", name, mode = "chat", completion_params = new { } },
            prompt_template = new[] { new { role = "user", text = id } },
        },
    };

    // The first event. The answer is left open: the run needs nobody who watches.
    private static async Task<JsonElement> StartAsync(HttpClient http, string key, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(new { inputs = new { }, query = "?", user = "u", response_mode = "streaming" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<JsonElement>(line[6..]);
            }
        }

        throw new InvalidOperationException("The run has no events.");
    }

    private static async Task<string?> StatusAsync(HttpClient http, string run)
        => (await TryGetAsync(http, $"/v1/workflows/run/{run}"))?.GetProperty("status").GetString();

    // An answer that is still being written is listed too.
    private static async Task<string?> AnswerAsync(HttpClient http, string path)
        => (await TryGetAsync(http, path))?.GetProperty("data")[0] is { } message && message.GetProperty("status").GetString() == "normal"
            ? message.GetProperty("answer").GetString()
            : null;

    private static async Task<JsonElement?> TryGetAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
        }
        catch (HttpRequestException)
        {
            // Nobody listens until the platform is back.
            return null;
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static void Kill(int? pid)
    {
        using var process = Process.GetProcessById(pid!.Value);
        process.Kill();
        process.WaitForExit();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, int seconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!await holds())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
