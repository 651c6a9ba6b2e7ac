using System.Globalization;
using System.Numerics.Tensors;
using Middeck.Search.Vectors;

namespace Middeck.Search.Bench;

internal static class VectorBenchmark
{
    private const double OverReading = 1.5;

    public static bool Run(TextWriter report, int vectors, int dimensions)
    {
        var random = new Random(2);
        var index = new ExactVectorIndex(dimensions);
        var memory = new float[vectors * dimensions];
        foreach (ref var component in memory.AsSpan())
        {
            component = (random.NextSingle() * 2) - 1;
        }

        for (var number = 0; number < vectors; number++)
        {
            index.Upsert(
                new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), memory.AsSpan(number * dimensions, dimensions));
        }

        // In turn, so that a busy neighbour on the machine disturbs both alike. The sum is the limit: the least work
        // that reads every byte.
        var scan = new List<double>();
        var limit = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            var query = memory.AsSpan(round * dimensions, dimensions).ToArray();
            scan.Add(Measure.Repeat(2, 5, _ => index.Search(query, 10)).Median);
            limit.Add(Measure.Repeat(2, 5, _ => TensorPrimitives.Sum<float>(memory)).Median);
        }

        var megabytes = memory.Length * sizeof(float) / 1e6;
        var (scanned, read) = (Measure.Median(scan), Measure.Median(limit));
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {vectors:N0} vectors of {dimensions}, {megabytes:F0} MB
              exact scan      {scanned,8:F3} ms, {megabytes / scanned:F1} GB/s
              reading only    {read,8:F3} ms, {megabytes / read:F1} GB/s
              the scan takes {scanned / read:F2} times the reading
            """));
        return Scoreboard.AtMost($"exact scan of {vectors:N0} vectors", scanned, read, "ms", "reading them", OverReading);
    }
}
