using Middeck.Search.Bench;

// The names of parts as arguments; all parts without one. Ends with 1 when a number breaks its limit.
var report = Console.Out;
var ok = true;
var parts = new Dictionary<string, Action>
{
    ["text"] = () =>
    {
        TextBenchmark.Run(report, chunks: 10_000);
        TextBenchmark.Run(report, chunks: 100_000);
    },
    ["large-text"] = () => LargeTextBenchmark.Run(report, texts: 1_000_000),
    ["exact"] = () => ok &= VectorBenchmark.Run(report, vectors: 100_000, dimensions: 256),
    ["graph"] = () => ok &= HnswBenchmark.Run(report, vectors: 100_000, dimensions: 256),
    ["large-graph"] = () => ok &= LargeVectorBenchmark.Run(report, vectors: 1_000_000, dimensions: 256),
    ["models"] = () => EmbeddingBenchmark.Run(report, chunks: 2_000),
};
foreach (var part in args.Length == 0 ? [.. parts.Keys] : args)
{
    parts[part]();
}

return ok ? 0 : 1;
