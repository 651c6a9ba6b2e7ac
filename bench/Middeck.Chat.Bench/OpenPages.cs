using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using Middeck.ScriptedModel;

namespace Middeck.Chat.Bench;

/// <summary>
/// Many chat pages open, each with its live stream, and some of them reading an answer: what the platform adds to the model's own
/// first token then, the model being asked directly in the same minutes; and whether anything is lost.
/// </summary>
internal static class OpenPages
{
    private const string ModelName = "chunks-100-50-50";
    private const double MostAddedMs = 20;

    // A person has at most 32 live streams; the oldest ends when there is one more.
    private const int PagesPerPerson = 25;

    public static async Task<int> MeasureAsync(Platform platform, TimeSpan duration, int pages, int streams)
    {
        var key = await platform.CreateAppAsync(ModelName, null);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 });
        http.Timeout = Timeout.InfiniteTimeSpan;
        var expected = ManyStreams.WithoutStamps((await ModelAsync()).Text);
        using var stop = new CancellationTokenSource();
        var people = await platform.CreatePeopleAsync((pages + PagesPerPerson - 1) / PagesPerPerson);
        var (open, closed) = (0, 0);
        var watching = Enumerable.Range(0, pages).Select(page => WatchAsync(people[page / PagesPerPerson])).ToList();
        while (Volatile.Read(ref open) < pages)
        {
            await Task.Delay(100);
        }

        var (through, direct, lost) = (new List<double>(), new List<double>(), 0);
        var start = Stopwatch.GetTimestamp();
        // Not all at once: people do not press Enter in the same millisecond.
        var asking = Enumerable.Range(0, streams).Select(async index =>
        {
            await Task.Delay(index * 5_000 / streams);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var (first, text) = await ChatStream.FromAppAsync(http, platform.Http.BaseAddress!, key, "hello");
                lock (through)
                {
                    through.Add(first);
                    lost += ManyStreams.WithoutStamps(text) == expected ? 0 : 1;
                }
            }
        }).ToList();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            direct.Add((await ModelAsync()).FirstMs);
        }

        await Task.WhenAll(asking);
        await stop.CancelAsync();
        await Task.WhenAll(watching);
        var added = FirstToken.Percentile(through, 0.95) - FirstToken.Percentile(direct, 0.5);
        Console.WriteLine($"{pages} open pages, {streams} answers streaming, {duration.TotalSeconds:0} s");
        Console.WriteLine($"  answers {through.Count}, with an event lost {lost}; pages that lost their stream {closed}");
        Console.WriteLine($"  first token, model p50 {FirstToken.Percentile(direct, 0.5):0.0} ms  app p50 {FirstToken.Percentile(through, 0.5):0.0} ms  p95 {FirstToken.Percentile(through, 0.95):0.0} ms");
        Console.WriteLine($"  added p95 {added:0.0} ms of {MostAddedMs}, ratio {added / MostAddedMs:0.00}");
        return lost == 0 && closed == 0 && added <= MostAddedMs ? 0 : 1;

        Task<(double FirstMs, string Text)> ModelAsync()
            => ChatStream.FromModelAsync(http, platform.Model.BaseUrl, ScriptedModelServer.ApiKey, ModelName);

        async Task WatchAsync(string token)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(platform.Http.BaseAddress!, "/api/v1/events"));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref open);
                await using var body = await answer.Content.ReadAsStreamAsync(stop.Token);
                await foreach (var item in SseParser.Create(body).EnumerateAsync(stop.Token))
                {
                    _ = item;
                }

                Interlocked.Increment(ref closed);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The end of the measurement.
            }
            catch (HttpRequestException ex)
            {
                Interlocked.Increment(ref closed);
                Interlocked.Increment(ref open);
                await Console.Error.WriteLineAsync(ex.Message);
            }
        }
    }
}
