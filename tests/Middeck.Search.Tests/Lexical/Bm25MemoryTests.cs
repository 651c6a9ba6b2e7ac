using Middeck.Search.Lexical;

namespace Middeck.Search.Tests.Lexical;

/// <summary>By itself, because the memory of the process is measured, to which every other test would add.</summary>
[Collection(nameof(Bm25MemoryTests))]
[CollectionDefinition(nameof(Bm25MemoryTests), DisableParallelization = true)]
public sealed class Bm25MemoryTests
{
    [Fact]
    public void The_estimate_of_memory_is_near_the_truth()
    {
        var random = new RandomTexts(22);
        var texts = Enumerable.Range(0, 20_000).Select(number => $"{random.Next()} unique{number}").ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new Bm25Index();
        for (var number = 0; number < texts.Length; number++)
        {
            index.Upsert(Numbered.Id(number), texts[number]);
        }

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(index.EstimatedBytes / (double)taken, 0.5, 2.0);
        GC.KeepAlive(texts);
    }
}
