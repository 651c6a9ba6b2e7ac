using System.Globalization;
using System.Text;
using Middeck.Search.Lexical;

namespace Middeck.Search.Bench;

internal static class TextBenchmark
{
    public static void Run(TextWriter report, int chunks)
    {
        var random = new SyntheticTexts(seed: 1);
        var texts = random.Chunks(chunks);
        var queries = random.Queries(200);
        var megabytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text)) / 1e6;

        var index = new Bm25Index();
        Index(index, texts[..1000]);
        index = new Bm25Index();
        var indexing = Measure.Seconds(() => Index(index, texts));

        var search = Measure.Repeat(100, 400, round => index.Search(queries[round % queries.Length], 10));
        var scan = Measure.Repeat(1, 11, round => ReadEvery(texts, queries[round]));

        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {chunks:N0} chunks, {megabytes:F1} MB
              indexing        {megabytes / indexing,8:F1} MB/s, {index.EstimatedBytes / 1e6 / megabytes:F1} bytes of memory a byte
              BM25 query      {search.Median,8:F3} ms at the median, {search.P99:F3} ms at p99
              reading all     {scan.Median,8:F3} ms (one ordinal search of all), {scan.Median / search.Median:F0} times the BM25 query
            """));
    }

    private static void Index(Bm25Index index, string[] texts)
    {
        for (var number = 0; number < texts.Length; number++)
        {
            index.Upsert(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), texts[number]);
        }
    }

    private static void ReadEvery(string[] texts, string query)
    {
        foreach (var text in texts)
        {
            _ = text.Contains(query, StringComparison.Ordinal);
        }
    }
}
