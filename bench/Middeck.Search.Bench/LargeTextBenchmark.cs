using System.Globalization;
using Middeck.Search.Lexical;

namespace Middeck.Search.Bench;

/// <summary>What a large collection of texts costs: memory a text, and how long a question of eight words waits.</summary>
internal static class LargeTextBenchmark
{
    public static void Run(TextWriter report, int texts)
    {
        const int AtOnce = 10_000;
        var random = new SyntheticTexts(seed: 5);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new Bm25Index();
        for (var start = 0; start < texts; start += AtOnce)
        {
            var number = start;
            foreach (var text in random.Chunks(AtOnce, length: 300))
            {
                index.Upsert(new Guid(number++, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), text);
            }
        }

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        var asked = random.LongQueries(200);
        var search = Measure.Repeat(40, 400, round => index.Search(asked[round % asked.Length], 10));
        var chinese = random.Queries(400).Where((_, number) => number % 2 == 1).ToArray();
        var bigrams = Measure.Repeat(40, 400, round => index.Search(chinese[round % chinese.Length], 10));

        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {texts:N0} texts of 300 characters
              memory          {taken / 1e6,8:F0} MB ({index.EstimatedBytes / 1e6:F0} estimated), {taken / texts} bytes a text
              eight words     {search.Median,8:F3} ms at the median, {search.P95:F3} at p95
              eight Chinese characters {bigrams.Median:F3} ms at the median, {bigrams.P95:F3} at p95
            """));
    }
}
