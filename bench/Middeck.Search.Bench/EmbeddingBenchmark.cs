using System.Globalization;
using System.Text;
using Middeck.Search.Embedding;
using Middeck.Search.Reranking;

namespace Middeck.Search.Bench;

internal static class EmbeddingBenchmark
{
    public static void Run(TextWriter report, int chunks)
    {
        var random = new SyntheticTexts(seed: 3);
        var texts = random.Chunks(chunks);
        var queries = random.Queries(20);
        var megabytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text)) / 1e6;

        Embed(texts);
        var embedding = Measure.Seconds(() => Embed(texts));
        var rerank = Measure.Repeat(10, 50, round => LexicalRerank.Score(queries[round % queries.Length], texts[..20]));

        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            builtin models
              embedding       {megabytes / embedding,8:F1} MB/s, {embedding / chunks * 1e6:F0} us a chunk
              rerank of 20    {rerank.Median,8:F3} ms
            """));
    }

    private static void Embed(string[] texts)
    {
        foreach (var text in texts)
        {
            LexicalEmbedding.Embed(text);
        }
    }
}
