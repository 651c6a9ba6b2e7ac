using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Vectors;

public sealed class AdaptiveVectorIndexTests() : VectorIndexTests(background: 1500)
{
    [Fact]
    public async Task It_becomes_a_graph_when_it_has_grown()
    {
        var random = new Random(31);
        var index = new AdaptiveVectorIndex(8, new AdaptiveVectorOptions { GraphFromComponents = 800 });
        for (var number = 0; number < 99; number++)
        {
            index.Upsert(Numbered.Id(number), RandomVectors.Uniform(random, 8));
        }

        await index.Settled;
        Assert.False(index.IsGraph);

        index.Upsert(Numbered.Id(99), RandomVectors.Uniform(random, 8));
        await index.Settled;
        Assert.True(index.IsGraph);
        Assert.Equal(100, index.Count);
    }

    [Fact]
    public async Task What_is_written_while_the_graph_is_built_is_in_it()
    {
        const int Dimensions = 8;
        var random = new Random(32);
        var exact = new ExactVectorIndex(Dimensions);
        var index = new AdaptiveVectorIndex(Dimensions, new AdaptiveVectorOptions { GraphFromComponents = 500 * 8 });
        for (var step = 0; step < 9000; step++)
        {
            var id = Numbered.Id(random.Next(3000));
            if (step % 4 == 3)
            {
                Assert.Equal(exact.Remove(id), index.Remove(id));
            }
            else
            {
                var vector = RandomVectors.Uniform(random, Dimensions);
                exact.Upsert(id, vector);
                index.Upsert(id, vector);
            }
        }

        await index.Settled;

        Assert.True(index.IsGraph);
        Assert.Equal(exact.Count, index.Count);
        var query = RandomVectors.Uniform(random, Dimensions);
        var expected = exact.Search(query, exact.Count).ToDictionary(hit => hit.Id, hit => hit.Score);
        var hits = index.Search(query, exact.Count);
        Assert.Equal(expected.Count, hits.Count);
        Assert.All(hits, hit => Assert.Equal(expected[hit.Id], hit.Score, tolerance: 2e-5));
    }

    private protected override IVectorIndex Create(int dimensions)
        => new AdaptiveVectorIndex(dimensions, new AdaptiveVectorOptions
        {
            GraphFromComponents = 1000 * dimensions,
            Graph = new HnswOptions { SearchWidth = 40 },
        });

    private protected override IVectorIndex Filled(IVectorIndex index)
    {
        ((AdaptiveVectorIndex)index).Settled.GetAwaiter().GetResult();
        return index;
    }
}
