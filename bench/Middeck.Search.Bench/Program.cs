using Middeck.Search.Bench;

var report = Console.Out;
TextBenchmark.Run(report, chunks: 10_000);
TextBenchmark.Run(report, chunks: 100_000);
VectorBenchmark.Run(report, vectors: 100_000, dimensions: 256);
EmbeddingBenchmark.Run(report, chunks: 2_000);
