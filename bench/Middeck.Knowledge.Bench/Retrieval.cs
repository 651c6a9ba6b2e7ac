using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Models.Gateway;
using Middeck.Search.Bench;

namespace Middeck.Knowledge.Bench;

/// <summary>How long a hybrid search takes once its index is loaded, from the question to the passages, rows read included.</summary>
internal static class Retrieval
{
    private const int WarmUp = 50;
    private const int Queries = 400;
    private const int ChunkLength = 350;
    private const int ChunksPerBatch = 10_000;

    private static readonly (int Chunks, double Limit)[] Sizes = [(100_000, 50), (1_000_000, 300)];

    /// <param name="room">The room.</param>
    /// <param name="only">A number of chunks for that size alone; null for all.</param>
    public static async Task<int> MeasureAsync(Room room, string? only)
    {
        var ok = true;
        foreach (var (chunks, limit) in Sizes.Where(size => only is null || only == $"{size.Chunks}"))
        {
            ok &= await RatedAsync(room, await FillAsync(room, 1, chunks), $"{chunks:N0} chunks in one base", limit);
        }

        if (only is null or "10")
        {
            ok &= await RatedAsync(room, await FillAsync(room, 10, 10_000), "ten bases of 10,000 chunks in one query", 80);
        }

        return ok ? 0 : 1;
    }

    private static async Task<Guid[]> FillAsync(Room room, int bases, int chunks)
    {
        var start = Stopwatch.GetTimestamp();
        var ids = new List<Guid>();
        for (var index = 0; index < bases; index++)
        {
            ids.Add((await FilledBase.CreateAsync(room, Texts(index, chunks))).Base);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"rows written after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        return [.. ids];
    }

    private static IEnumerable<string> Texts(int seed, int chunks)
    {
        var texts = new SyntheticTexts(seed);
        for (var done = 0; done < chunks; done += ChunksPerBatch)
        {
            foreach (var text in texts.Chunks(Math.Min(ChunksPerBatch, chunks - done), ChunkLength))
            {
                yield return text;
            }
        }
    }

    private static async Task<bool> RatedAsync(Room room, Guid[] bases, string what, double limit)
    {
        var search = room.Services.GetRequiredService<IKnowledgeSearch>();
        var caller = new ModelCaller(room.Workspace, "bench");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        await search.SearchAsync(new SearchRequest(caller, bases, "load"), CancellationToken.None);
        var loaded = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: loaded in {loaded:0.0} s into {bytes / 1048576.0:0} MiB"));

        // The first questions of a large base are answered while its vector graph is still being made.
        await AskAsync(search, caller, bases, "at once");
        await UntilAtRestAsync();
        var p95 = await AskAsync(search, caller, bases, "at rest");
        return Scoreboard.AtMost($"hybrid search, {what}, p95", p95, limit, "ms", "limit");
    }

    /// <returns>Milliseconds at p95.</returns>
    private static async Task<double> AskAsync(IKnowledgeSearch search, ModelCaller caller, Guid[] bases, string when)
    {
        var queries = new SyntheticTexts(4711).Queries(WarmUp + Queries);
        var times = new List<double>(Queries);
        var stages = new Dictionary<string, List<double>>();
        for (var index = 0; index < queries.Length; index++)
        {
            var start = Stopwatch.GetTimestamp();
            var result = await search.FindAsync(new SearchRequest(caller, bases, queries[index]), CancellationToken.None);
            if (index < WarmUp)
            {
                continue;
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            foreach (var (stage, milliseconds) in result.Explanation.Timings)
            {
                (stages.TryGetValue(stage, out var list) ? list : stages[stage] = []).Add(milliseconds);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {when}: median {At(times, 50):0.0} ms, p95 {At(times, 95):0.0} ms; of it ")
            + string.Join(", ", stages.Select(static stage => string.Create(
                CultureInfo.InvariantCulture, $"{stage.Key} {At(stage.Value, 50):0.0} (p95 {At(stage.Value, 95):0.0})"))));
        return At(times, 95);
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    // A graph is made on threads of this process.
    private static async Task UntilAtRestAsync()
    {
        var interval = TimeSpan.FromSeconds(2);
        using var timer = new PeriodicTimer(interval);
        for (var before = Environment.CpuUsage.TotalTime; await timer.WaitForNextTickAsync();)
        {
            var now = Environment.CpuUsage.TotalTime;
            if (now - before < interval * 0.05)
            {
                return;
            }

            before = now;
        }
    }
}
