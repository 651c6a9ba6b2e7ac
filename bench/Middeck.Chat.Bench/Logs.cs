using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Middeck.Chat.Bench;

/// <summary>How long lists of conversations and pages of messages take with millions of messages, over HTTP, against 50 ms.</summary>
internal static class Logs
{
    private const double Limit = 50;
    private const int WarmUp = 10;
    private const int Requests = 100;

    public static async Task<int> MeasureAsync(Platform platform, int messages)
    {
        await platform.CreateAppAsync("echo", null);
        var app = (await GetAsync(platform, "/api/v1/apps")).GetProperty("data")[0].GetProperty("id").GetGuid();
        var me = await GetAsync(platform, "/api/v1/auth/me");
        await using (var database = await PlatformDatabase.OpenAsync(platform.Home))
        {
            await new LogFill(
                database, me.GetProperty("workspace").GetProperty("id").GetGuid(), app, me.GetProperty("id").GetGuid())
                .FillAsync(messages);
        }

        var own = Ids(await GetAsync(platform, "/api/v1/conversations?limit=100"));
        var log = $"/api/v1/apps/{app}/logs?limit=50";
        var shown = await GetAsync(platform, log);
        var all = Ids(shown);
        var random = new Random(5);
        var from = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddDays(-40).ToString("O"));
        var to = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddDays(-39).ToString("O"));
        var ok = true;
        foreach (var (what, path) in new (string, Func<int, string>)[]
        {
            ("a person's conversations", _ => "/api/v1/conversations?limit=50"),
            ("a page of messages", i => $"/api/v1/conversations/{own[i % own.Length]}/messages?limit=20"),
            ("log", _ => log),
            ("log, second page", _ => $"{log}&cursor={shown.GetProperty("next_cursor").GetString()}"),
            ("log of a day", _ => $"{log}&from={from}&to={to}"),
            ("log by user", _ => $"{log}&user=user-{random.Next(1, 20_000)}"),
            ("log by source", i => $"{log}&source={(i % 2 == 0 ? "console" : "api")}"),
            ("log by feedback", i => $"{log}&feedback={(i % 4) switch { 0 => "like", 1 => "dislike", 2 => "none", _ => "annotated" }}"),
            ("log by model", i => $"{log}&model={(i % 2 == 0 ? "other" : "usual")}/model"),
            ("log by cost", i => $"{log}&min_cost={(i % 2 == 0 ? "0.99" : "0.01")}"),
            ("log with errors", _ => $"{log}&errors=true"),
            ("log by a frequent word", _ => $"{log}&search={LogFill.Word(random.Next(0, 200))}"),
            ("log by a rare word", _ => $"{log}&search={LogFill.Word(random.Next(10_000, 20_000))}"),
            ("log by two words", _ => $"{log}&search={LogFill.Word(random.Next(0, 50))}%20{LogFill.Word(random.Next(0, 2_000))}"),
            ("a conversation of the log", i => $"/api/v1/apps/{app}/logs/{all[i % all.Length]}/messages?limit=50"),
            ("insight of 90 days", _ => $"/api/v1/apps/{app}/insight?by=model&from={DateTime.UtcNow.AddDays(-89):yyyy-MM-dd}"),
        })
        {
            ok &= await RateAsync(platform, what, path);
        }

        return ok ? 0 : 1;
    }

    private static async Task<bool> RateAsync(Platform platform, string what, Func<int, string> path)
    {
        var times = new List<double>(Requests);
        for (var i = -WarmUp; i < Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await platform.Http.GetAsync(path(i + WarmUp));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var p95 = FirstToken.Percentile(times, 0.95);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-28} p50 {FirstToken.Percentile(times, 0.5),6:0.0} ms  p95 {p95,6:0.0} ms  limit {Limit} ms  ratio {p95 / Limit:0.00}{(p95 > Limit ? "  over" : "")}"));
        return p95 <= Limit;
    }

    private static Task<JsonElement> GetAsync(Platform platform, string path)
        => platform.Http.GetFromJsonAsync<JsonElement>(path);

    private static Guid[] Ids(JsonElement list)
        => [.. list.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetGuid())];
}
