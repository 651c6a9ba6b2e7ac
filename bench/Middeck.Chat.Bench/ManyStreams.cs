using System.Diagnostics;
using System.Text.RegularExpressions;
using Middeck.ScriptedModel;

namespace Middeck.Chat.Bench;

/// <summary>Many answers streaming at once: nothing lost, and few database connections.</summary>
internal static partial class ManyStreams
{
    private const int Chunks = 100;
    private const string ModelName = "chunks-100-50-50";
    private const int MaxConnections = 20;

    public static async Task<int> MeasureAsync(Platform platform, TimeSpan duration, int streams)
    {
        var key = await platform.CreateAppAsync(ModelName, null);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 });
        http.Timeout = Timeout.InfiniteTimeSpan;
        var expected = WithoutStamps((await ChatStream.FromModelAsync(
            http, platform.Model.BaseUrl, ScriptedModelServer.ApiKey, ModelName)).Text);
        var (finished, lost, failed) = (0, 0, 0);
        var firsts = new List<double>();
        var start = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource();
        var connections = ConnectionWatch.PeakAsync(platform.Home, stop.Token);

        await Task.WhenAll(Enumerable.Range(0, streams).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                try
                {
                    var (first, text) = await ChatStream.FromAppAsync(http, platform.Http.BaseAddress!, key, "hello");
                    Interlocked.Increment(ref finished);
                    if (WithoutStamps(text) != expected)
                    {
                        Interlocked.Increment(ref lost);
                    }

                    lock (firsts)
                    {
                        firsts.Add(first);
                    }
                }
                catch (HttpRequestException ex)
                {
                    Interlocked.Increment(ref failed);
                    Console.Error.WriteLine(ex.Message);
                }
            }
        }));

        await stop.CancelAsync();
        var peak = await connections;
        Console.WriteLine($"{streams} streams of {Chunks} chunks for {duration.TotalSeconds:0} s");
        Console.WriteLine($"  answers {finished}, with an event lost {lost}, failed {failed}");
        Console.WriteLine($"  first token p50 {FirstToken.Percentile(firsts, 0.5):0.0} ms  p95 {FirstToken.Percentile(firsts, 0.95):0.0} ms (50 ms are the model's)");
        Console.WriteLine($"  database connections at most {peak} of {MaxConnections}, ratio {(double)peak / MaxConnections:0.00}");
        return lost == 0 && failed == 0 && peak <= MaxConnections ? 0 : 1;
    }

    // The scripted model writes the time of sending into each chunk.
    public static string WithoutStamps(string text) => Stamp().Replace(text, "@");

    [GeneratedRegex("@[0-9]+@")]
    private static partial Regex Stamp();
}
