using System.Globalization;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Middeck.ScriptedModel;

namespace Middeck.Chat.Bench;

/// <summary>A platform of its own in a temporary home, started by <c>./middeck up</c>, and a scripted model beside it.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("middeck-bench-");

    private Platform(ScriptedModelServer model) => Model = model;

    public ScriptedModelServer Model { get; }

    public HttpClient Http { get; private set; } = null!;

    public string Home => _home.FullName;

    public static async Task<Platform> StartAsync()
    {
        var platform = new Platform(await ScriptedModelServer.StartAsync());
        await platform.RunAsync("up");
        platform.Http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:17080"), Timeout = Timeout.InfiniteTimeSpan };
        var login = await platform.PostAsync(
            "/api/v1/auth/login", new { email = "bench@example.com", password = "bench-password-42" });
        platform.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", login.GetProperty("access_token").GetString());
        return platform;
    }

    /// <summary>Makes the scripted model known under such names and answers the provider's name.</summary>
    public async Task<string> CreateProviderAsync(params string[] models)
    {
        var provider = $"scripted-{Stopwatch.GetTimestamp() % 1_000_000}";
        await PostAsync("/api/v1/model-providers", new
        {
            name = provider,
            kind = "openai",
            base_url = Model.BaseUrl,
            api_key = ScriptedModelServer.ApiKey,
            models = models.Select(name => new { name, type = "llm" }),
        });
        return provider;
    }

    /// <summary>Makes a published chat app on the scripted model and answers its key.</summary>
    public async Task<string> CreateAppAsync(string modelName, Guid? knowledgeBase)
    {
        var provider = await CreateProviderAsync(modelName);
        var app = await PostAsync("/api/v1/apps", new
        {
            name = "bench",
            mode = "chat",
            config = new
            {
                model = new { provider, name = modelName, mode = "chat", completion_params = new { } },
                pre_prompt = "Answer from the context.",
                dataset_configs = new
                {
                    top_k = 4,
                    datasets = new
                    {
                        datasets = knowledgeBase is { } id
                            ? [new { dataset = new { enabled = true, id } }]
                            : Array.Empty<object>(),
                    },
                },
            },
        });
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await PostAsync($"{path}/publish", new { });
        return (await PostAsync($"{path}/api-keys", new { })).GetProperty("key").GetString()!;
    }

    /// <summary>Makes a published workflow of a graph and answers its key.</summary>
    public async Task<string> CreateGraphAppAsync(object graph)
    {
        var app = await PostAsync("/api/v1/apps", new { name = "bench", mode = "workflow", graph });
        var path = $"/api/v1/apps/{app.GetProperty("id").GetString()}";
        await PostAsync($"{path}/publish", new { });
        return (await PostAsync($"{path}/api-keys", new { })).GetProperty("key").GetString()!;
    }

    /// <summary>The resident memory of the platform's process in MiB.</summary>
    public double ResidentMegabytes()
    {
        var id = File.ReadAllText(Path.Combine(Home, "run", "platform.pid")).Split([' ', '\n'])[0];
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_024;
    }

    /// <summary>Access tokens of so many people who have joined the workspace.</summary>
    public async Task<List<string>> CreatePeopleAsync(int count)
    {
        var workspaces = await Http.GetFromJsonAsync<JsonElement>("/api/v1/workspaces");
        var workspace = workspaces.GetProperty("data")[0].GetProperty("id").GetString();
        var tokens = new List<string>();
        using var stranger = new HttpClient { BaseAddress = Http.BaseAddress };
        for (var i = 0; i < count; i++)
        {
            var email = $"person{i}.{Stopwatch.GetTimestamp()}@example.com";
            var invitation = await PostAsync($"/api/v1/workspaces/{workspace}/invitations", new { email, role = "viewer" });
            using var joined = await stranger.PostAsJsonAsync(
                $"/api/v1/invitations/{invitation.GetProperty("token").GetString()}/accept",
                new { name = $"Person {i}", email, password = "bench-password-43" });
            joined.EnsureSuccessStatusCode();
            tokens.Add((await joined.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!);
        }

        return tokens;
    }

    /// <summary>A knowledge base with about so many chunks of words that differ.</summary>
    public async Task<Guid> CreateKnowledgeBaseAsync(int chunks)
    {
        var knowledgeBase = await PostAsync("/api/v1/knowledge-bases", new { name = "bench", indexing = "high_quality" });
        var path = $"/api/v1/knowledge-bases/{knowledgeBase.GetProperty("id").GetString()}";
        var random = new Random(7);
        for (var part = 0; part < 10; part++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < chunks / 10; i++)
            {
                for (var word = 0; word < 50; word++)
                {
                    text.Append("word").Append((int)(Math.Pow(random.NextDouble(), 3) * 20_000)).Append(' ');
                }

                text.Append("\n\n");
            }

            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString())), "file", $"part-{part}.txt" },
            };
            using var answer = await Http.PostAsync($"{path}/documents", form);
            answer.EnsureSuccessStatusCode();
        }

        JsonElement state;
        do
        {
            await Task.Delay(500);
            state = await Http.GetFromJsonAsync<JsonElement>(path);
        }
        while (state.GetProperty("processing_count").GetInt32() > 0);

        Console.WriteLine($"{state.GetProperty("chunk_count").GetInt32()} chunks");
        return knowledgeBase.GetProperty("id").GetGuid();
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await RunAsync("down");
        await Model.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    /// <summary>Calls as the administrator.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
        }

        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo(Path.Combine(FindRoot(), "middeck"), [command])
        {
            Environment =
            {
                ["MIDDECK_HOME"] = Home,
                ["MIDDECK_PORT"] = "17080",
                ["MIDDECK_ADMIN_EMAIL"] = "bench@example.com",
                ["MIDDECK_ADMIN_PASSWORD"] = "bench-password-42",
            },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"./middeck {command} ended with {process.ExitCode}.");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Middeck.slnx")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
