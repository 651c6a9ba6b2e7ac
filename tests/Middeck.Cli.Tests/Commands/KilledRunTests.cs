using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Middeck.ScriptedModel;

namespace Middeck.Cli.Tests.Commands;

/// <summary>A run of a workflow in a platform whose process is really killed.</summary>
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
        var key = await GivenWorkflowAsync(http, model);

        var run = await StartAsync(http, key);
        await UntilAsync(() => Task.FromResult(model.Requests.Any(request => request.Model == "slow-2000")), 30);
        Kill(await middeck.PidAsync("platform"));
        await UntilAsync(async () => await StatusAsync(http, run) == "succeeded", 120);

        using var found = await http.GetAsync(new Uri($"/v1/workflows/run/{run}", UriKind.Relative));
        var detail = await found.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("""{"first":"one","second":"two"}""", detail.GetProperty("outputs").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Single(model.Requests, request => request.Model == "echo");
        Assert.Equal(2, model.Requests.Count(request => request.Model == "slow-2000"));
    }

    private static async Task<string> GivenWorkflowAsync(HttpClient http, ScriptedModelServer model)
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
        var app = await PostAsync(http, "/api/v1/apps", new
        {
            name = "Two steps",
            mode = "workflow",
            graph = new
            {
                nodes = new object[]
                {
                    new { id = "start", data = new { type = "start", title = "Start", variables = Array.Empty<object>() } },
                    Ask("one", "echo"),
                    Ask("two", "slow-2000"),
                    new
                    {
                        id = "end",
                        data = new
                        {
                            type = "end",
                            title = "End",
                            outputs = new[]
                            {
                                new { variable = "first", value_selector = new[] { "one", "text" } },
                                new { variable = "second", value_selector = new[] { "two", "text" } },
                            },
                        },
                    },
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
        var key = (await PostAsync(http, $"{path}/api-keys", new { })).GetProperty("key").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return key;
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

    // The answer is left open: the run needs nobody who watches.
    private static async Task<string> StartAsync(HttpClient http, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/workflows/run")
        {
            Content = JsonContent.Create(new { inputs = new { }, user = "u", response_mode = "streaming" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<JsonElement>(line[6..]).GetProperty("workflow_run_id").GetString()!;
            }
        }

        throw new InvalidOperationException("The run has no events.");
    }

    private static async Task<string?> StatusAsync(HttpClient http, string run)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"/v1/workflows/run/{run}", UriKind.Relative));
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString()
                : null;
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
