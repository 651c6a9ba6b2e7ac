using System.Globalization;
using Middeck.Search.Vectors;

namespace Middeck.Search.Bench;

/// <summary>The graph against hnswlib: the same vectors and queries, one thread, the same recall.</summary>
internal static class HnswBenchmark
{
    private const double RecallWanted = 0.95;
    private const int Rounds = 9;
    private const double OfPeersQueries = 0.7;

    private static readonly int[] _widths = [16, 24, 32, 40, 48, 64, 96, 128, 192, 256, 384, 512];

    public static bool Run(TextWriter report, int vectors, int dimensions)
    {
        var data = new VectorData(vectors, dimensions, queries: 500, limit: 10);
        data.FindTruth();
        var options = new HnswOptions();

        var index = new HnswVectorIndex(dimensions, options);
        var build = Measure.Seconds(() => Fill(index, data));
        var width = _widths.First(width => Recall(index, data, width) >= RecallWanted);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {vectors:N0} vectors of {dimensions}, a graph, one thread
              building        {build,8:F1} s, {index.EstimatedBytes / 1e6:F0} MB
            """));

        var folder = Directory.CreateTempSubdirectory("middeck-bench-");
        try
        {
            data.Write(folder.FullName);
            using var peer = HnswPeer.TryStart(data, folder.FullName, neighbours: 16, buildWidth: 200, report);
            var peerBuild = peer?.BuildIndex();
            var peerWidth = peer is null ? 0 : _widths.First(width => peer.Search(width).Recall >= RecallWanted);

            // In turn, so that a busy neighbour on the machine disturbs both alike.
            var (own, others) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                own.Add(data.Queries / Measure.Seconds(() => AskAll(index, data, width)));
                if (peer is not null)
                {
                    others.Add(peer.Search(peerWidth).PerSecond);
                }
            }

            report.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"""
                  search          {Measure.Median(own),8:F0} queries/s at recall {Recall(index, data, width):F3} (width {width})
                """));
            var what = string.Create(CultureInfo.InvariantCulture, $"graph of {vectors:N0} vectors at recall {RecallWanted}");
            if (peer is null)
            {
                Scoreboard.NotCompared(what, Measure.Median(own), "queries/s", "hnswlib");
                return true;
            }

            report.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"""
                  hnswlib         {peerBuild!.Seconds,8:F1} s to build, {peerBuild.Bytes / 1e6:F0} MB
                                  {Measure.Median(others),8:F0} queries/s at recall {peer.Search(peerWidth).Recall:F3} (ef {peerWidth})
                  the graph builds in {build / peerBuild.Seconds:F2} of hnswlib's time and answers {Measure.Median(own) / Measure.Median(others):F2} times its queries/s
                """));
            return Scoreboard.AtLeast(
                    what, Measure.Median(own), Measure.Median(others), "queries/s", "hnswlib", OfPeersQueries)
                & Scoreboard.AtMost($"{what}, building", build, peerBuild.Seconds, "s", "hnswlib");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Fill(HnswVectorIndex index, VectorData data)
    {
        for (var number = 0; number < data.Count; number++)
        {
            index.Upsert(data.Ids[number], data.Vector(number));
        }
    }

    private static double Recall(HnswVectorIndex index, VectorData data, int width)
        => data.Recall(query => index.Search(data.Query(query), data.Limit, width));

    private static void AskAll(HnswVectorIndex index, VectorData data, int width)
    {
        for (var query = 0; query < data.Queries; query++)
        {
            index.Search(data.Query(query), data.Limit, width);
        }
    }
}
