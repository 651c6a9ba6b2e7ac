using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Vectors;

public sealed class ExactVectorIndexTests() : VectorIndexTests(background: 0)
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 17)]
    [InlineData(3, 256)]
    public void The_hits_are_those_of_a_naive_scan(int seed, int dimensions)
    {
        var random = new Random(seed);
        var index = new ExactVectorIndex(dimensions);
        var vectors = new Dictionary<Guid, float[]>();

        // More rows than a block holds, with removals in between, so that rows move.
        for (var step = 0; step < 4000; step++)
        {
            var id = Numbered.Id(random.Next(2500));
            if (random.Next(4) == 0)
            {
                Assert.Equal(vectors.Remove(id), index.Remove(id));
            }
            else
            {
                vectors[id] = RandomVectors.Uniform(random, dimensions);
                index.Upsert(id, vectors[id]);
            }
        }

        Assert.Equal(vectors.Count, index.Count);
        for (var i = 0; i < 5; i++)
        {
            var query = RandomVectors.Uniform(random, dimensions);
            var expected = vectors
                .Select(vector => RandomVectors.Cosine(query, vector.Value))
                .OrderDescending()
                .Take(20);

            var hits = index.Search(query, 20);

            Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First, pair.Second.Score, tolerance: 1e-5));
            Assert.All(
                hits,
                hit => Assert.Equal(RandomVectors.Cosine(query, vectors[hit.Id]), hit.Score, tolerance: 1e-5));
        }
    }

    private protected override double LeastRecall => 1;

    private protected override IVectorIndex Create(int dimensions) => new ExactVectorIndex(dimensions);
}
