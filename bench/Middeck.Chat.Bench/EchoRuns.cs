using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Middeck.Chat.Bench;

/// <summary>
/// Runs of a workflow that only echoes (start, template, end), watched as streams by many clients at once, with the journal on: how soon the
/// first event comes, how long a run takes, how many there are in a second, and whether the platform's memory stays where it is.
/// </summary>
internal static class EchoRuns
{
    private const int Clients = 60;
    private const int WarmUp = 1_000;
    private const int Parts = 10;
    private const double MostFirstMs = 100;
    private const double MostRunMs = 300;
    private const double LeastRunsPerSecond = 300;
    private const double MostGrowth = 1.10;

    private static readonly object Graph = new
    {
        nodes = new object[]
        {
            new
            {
                id = "start",
                data = new { type = "start", title = "Start", variables = new[] { new { variable = "text", label = "Text", type = "text-input", required = true } } },
            },
            new
            {
                id = "template",
                data = new
                {
                    type = "template-transform",
                    title = "Template",
                    template = "You said: {{ text }}",
                    variables = new[] { new { variable = "text", value_selector = new[] { "start", "text" } } },
                },
            },
            new
            {
                id = "end",
                data = new { type = "end", title = "End", outputs = new[] { new { variable = "echo", value_selector = new[] { "template", "output" } } } },
            },
        },
        edges = new[]
        {
            new { id = "e1", source = "start", target = "template" },
            new { id = "e2", source = "template", target = "end" },
        },
    };

    public static async Task<int> MeasureAsync(Platform platform, int runs)
    {
        var key = await platform.CreateGraphAppAsync(Graph);
        await RunAsync(platform, key, WarmUp);
        var memory = new List<double> { platform.ResidentMegabytes() };
        var watch = Stopwatch.StartNew();
        var timings = new List<(double First, double Whole)>();
        for (var part = 0; part < Parts; part++)
        {
            timings.AddRange(await RunAsync(platform, key, runs / Parts));
            memory.Add(platform.ResidentMegabytes());
        }

        var perSecond = timings.Count / watch.Elapsed.TotalSeconds;
        var first = FirstToken.Percentile([.. timings.Select(timing => timing.First)], 0.95);
        var whole = FirstToken.Percentile([.. timings.Select(timing => timing.Whole)], 0.95);

        Console.WriteLine($"{runs} runs of start, template and end by {Clients} clients at once");
        var holds = Report("first event, p95 (ms)", first, MostFirstMs, isMost: true);
        holds &= Report("whole run, p95 (ms)", whole, MostRunMs, isMost: true);
        holds &= Report("runs a second", perSecond, LeastRunsPerSecond, isMost: false);
        holds &= Report("memory at the end to that at the begin", memory[^1] / memory[0], MostGrowth, isMost: true);
        Console.WriteLine($"  memory (MiB): {string.Join(", ", memory.Select(value => value.ToString("0", CultureInfo.InvariantCulture)))}");
        return holds ? 0 : 1;
    }

    private static bool Report(string what, double value, double limit, bool isMost)
    {
        var holds = isMost ? value <= limit : value >= limit;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-40} {value,9:0.00}  {(isMost ? "at most" : "at least")} {limit:0.##}  ratio {value / limit:0.00}  {(holds ? "yes" : "NO")}"));
        return holds;
    }

    private static async Task<IReadOnlyCollection<(double First, double Whole)>> RunAsync(Platform platform, string key, int runs)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Clients };
        using var http = new HttpClient(handler) { BaseAddress = platform.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var timings = new ConcurrentBag<(double, double)>();
        var left = runs;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                timings.Add(await OneAsync(http, client));
            }
        }));
        return timings;
    }

    private static async Task<(double First, double Whole)> OneAsync(HttpClient http, int client)
    {
        var watch = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/workflows/run")
        {
            Content = JsonContent.Create(new { inputs = new { text = "hello" }, response_mode = "streaming", user = $"client-{client}" }),
        };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        double? first = null;
        var last = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                first ??= watch.Elapsed.TotalMilliseconds;
                last = line;
            }
        }

        return last.Contains("\"echo\":\"You said: hello\"", StringComparison.Ordinal)
            ? (first!.Value, watch.Elapsed.TotalMilliseconds)
            : throw new InvalidOperationException($"The last event is another: {last}");
    }
}
