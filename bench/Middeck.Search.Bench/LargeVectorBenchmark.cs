using System.Globalization;
using Middeck.Search.Vectors;

namespace Middeck.Search.Bench;

/// <summary>What a large collection costs in the settings that callers get.</summary>
internal static class LargeVectorBenchmark
{
    private const double RecallWanted = 0.95;

    public static bool Run(TextWriter report, int vectors, int dimensions)
    {
        const int AtOnce = 4096;
        var data = new VectorData(vectors, dimensions, queries: 200, limit: 10);

        // In a method of its own, so that the floats are gone when memory is measured.
        var scan = ScanMedian(data);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new HnswVectorIndex(dimensions);
        var build = Measure.Seconds(() =>
        {
            for (var start = 0; start < vectors; start += AtOnce)
            {
                var count = Math.Min(AtOnce, vectors - start);
                index.UpsertRange(
                    data.Ids.AsSpan(start, count),
                    data.Vectors.AsSpan(start * dimensions, count * dimensions),
                    Environment.ProcessorCount);
            }
        });
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        var recall = data.Recall(query => index.Search(data.Query(query), data.Limit));
        var search = Measure.Repeat(500, 2000, round => index.Search(data.Query(round), data.Limit));
        var third = Measure.Repeat(
            20, 200, round => index.Search(data.Query(round), data.Limit, static id => id.GetHashCode() % 3 == 0));
        var rare = Measure.Repeat(
            2, 20, round => index.Search(data.Query(round), data.Limit, static id => id.GetHashCode() % 5000 == 0));

        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {vectors:N0} vectors of {dimensions}, a graph
              building        {build,8:F1} s on {Environment.ProcessorCount} threads
              memory          {taken / 1e6,8:F0} MB ({index.EstimatedBytes / 1e6:F0} estimated), {taken / vectors} bytes a vector
              search          {search.Median,8:F3} ms at the median, {search.P95:F3} at p95, recall {recall:F3}
              one in 3        {third.Median,8:F3} ms at the median, {third.P95:F3} at p95
              one in 5,000    {rare.Median,8:F3} ms at the median, {rare.P95:F3} at p95
              exact scan      {scan,8:F3} ms
            """));
        var what = string.Create(CultureInfo.InvariantCulture, $"graph of {vectors:N0} vectors");
        return Scoreboard.AtLeast($"{what}, recall", recall, RecallWanted, "", "limit")
            & Scoreboard.AtMost($"{what}, p95", search.P95, scan, "ms", "exact scan");
    }

    private static double ScanMedian(VectorData data)
    {
        var exact = data.FindTruth();
        return Measure.Repeat(2, 11, round => exact.Search(data.Query(round), data.Limit)).Median;
    }
}
