using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Vectors;

/// <summary>By itself, because the memory of the process is measured, to which every other test would add.</summary>
[Collection(nameof(HnswMemoryTests))]
[CollectionDefinition(nameof(HnswMemoryTests), DisableParallelization = true)]
public sealed class HnswMemoryTests
{
    [Fact]
    public void The_estimate_of_memory_is_near_the_truth()
    {
        const int Dimensions = 64;
        const int Count = 6000;
        var vectors = RandomVectors.Uniform(new Random(41), Count * Dimensions);
        var ids = Enumerable.Range(0, Count).Select(Numbered.Id).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new HnswVectorIndex(Dimensions);
        index.UpsertRange(ids, vectors, threads: 2);

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(index.EstimatedBytes / (double)taken, 0.8, 1.25);
        Assert.InRange(index.EstimatedBytes / Count, 0, (Dimensions * 2) + 400);
        GC.KeepAlive(vectors);
        GC.KeepAlive(ids);
    }
}
