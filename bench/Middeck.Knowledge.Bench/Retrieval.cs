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

        var queries = new SyntheticTexts(4711).Queries(WarmUp + Queries);
        var times = new List<double>(Queries);
        for (var index = 0; index < queries.Length; index++)
        {
            start = Stopwatch.GetTimestamp();
            await search.SearchAsync(new SearchRequest(caller, bases, queries[index]), CancellationToken.None);
            if (index >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        var p95 = times[times.Count * 95 / 100];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: loaded in {loaded:0.0} s into {bytes / 1048576.0:0} MiB; median {times[times.Count / 2]:0.0} ms, p95 {p95:0.0} ms, ratio to the limit of {limit:0} ms {p95 / limit:0.00}"));
        return p95 < limit;
    }
}
