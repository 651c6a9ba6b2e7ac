using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Vectors;

public sealed class ExactVectorIndexTests
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
                vectors[id] = Vector(random, dimensions);
                index.Upsert(id, vectors[id]);
            }
        }

        Assert.Equal(vectors.Count, index.Count);
        for (var i = 0; i < 5; i++)
        {
            var query = Vector(random, dimensions);
            var expected = vectors
                .Select(vector => Cosine(query, vector.Value))
                .OrderDescending()
                .Take(20);

            var hits = index.Search(query, 20);

            Assert.All(expected.Zip(hits), pair => Assert.Equal(pair.First, pair.Second.Score, tolerance: 1e-5));
            Assert.All(hits, hit => Assert.Equal(Cosine(query, vectors[hit.Id]), hit.Score, tolerance: 1e-5));
        }
    }

    [Fact]
    public void The_length_of_a_vector_does_not_matter()
    {
        var index = new ExactVectorIndex(2);
        index.Upsert(Numbered.Id(1), [1e30f, 1e30f]);
        index.Upsert(Numbered.Id(2), [1e-30f, 0]);

        var hits = index.Search([0, 5], 2);

        Assert.Equal(Numbered.Id(1), hits[0].Id);
        Assert.Equal(Math.Sqrt(0.5), hits[0].Score, tolerance: 1e-6);
        Assert.Equal(0, hits[1].Score);
    }

    [Fact]
    public void Only_what_the_filter_lets_through_takes_up_the_limit()
    {
        var index = new ExactVectorIndex(2);
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [1, 1]);
        index.Upsert(Numbered.Id(3), [0, 1]);

        Assert.Equal(Numbered.Id(2), index.Search([1, 0], 1, id => id != Numbered.Id(1)).Single().Id);
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_ids()
    {
        var index = new ExactVectorIndex(1);
        index.Upsert(Numbered.Id(3), [1]);
        index.Upsert(Numbered.Id(1), [2]);
        index.Upsert(Numbered.Id(2), [3]);

        Assert.Equal([Numbered.Id(1), Numbered.Id(2)], index.Search([1], 2).Select(hit => hit.Id));
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        var index = new ExactVectorIndex(2);

        Assert.Throws<ArgumentException>(() => index.Upsert(Numbered.Id(1), [1]));
        Assert.Throws<ArgumentException>(() => index.Search([1, 2, 3], 1));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_component_that_is_not_finite_is_refused(float component)
    {
        var index = new ExactVectorIndex(2);

        Assert.Throws<ArgumentException>(() => index.Upsert(Numbered.Id(1), [1, component]));
        Assert.Throws<ArgumentException>(() => index.Search([component, 1], 1));
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public void A_query_of_zeros_finds_nothing()
    {
        var index = new ExactVectorIndex(2);
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [0, 0]);

        Assert.Empty(index.Search([0, 0], 10));
        Assert.Equal(2, index.Search([1, 0], 10).Count);
    }

    [Fact]
    public void Memory_grows_with_the_vectors_and_is_given_back()
    {
        var index = new ExactVectorIndex(256);
        index.Upsert(Numbered.Id(0), new float[256]);
        Assert.InRange(index.EstimatedBytes, 1, 64 * 1024);

        for (var number = 0; number < 5000; number++)
        {
            index.Upsert(Numbered.Id(number), new float[256]);
        }

        var full = index.EstimatedBytes;
        Assert.InRange(full, 5000 * 1024, 5000 * 1024 * 1.5);
        for (var number = 0; number < 5000; number++)
        {
            index.Remove(Numbered.Id(number));
        }

        Assert.InRange(index.EstimatedBytes, 0, full / 2);
    }

    [Fact]
    public async Task Readers_never_see_a_row_under_the_wrong_id()
    {
        // Each id has a direction of its own, so a hit with the score of another direction would be a torn read.
        var index = new ExactVectorIndex(64);
        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2)
            .Select(reader => Task.Run(() => ReadUntil(index, reader, started, done.Token)))
            .ToArray();

        started.Wait();
        var random = new Random(7);
        for (var step = 0; step < 5000; step++)
        {
            var number = random.Next(64);
            if (step % 3 == 0)
            {
                index.Remove(Numbered.Id(number));
            }
            else
            {
                index.Upsert(Numbered.Id(number), Axis(number));
            }
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), count => Assert.True(count > 0));
    }

    private static int ReadUntil(ExactVectorIndex index, int reader, CountdownEvent started, CancellationToken done)
    {
        var searches = 0;
        started.Signal();
        do
        {
            var number = (reader + searches) % 64;
            Assert.All(
                index.Search(Axis(number), 64),
                hit => Assert.Equal(hit.Id == Numbered.Id(number) ? 1f : 0f, hit.Score));
            searches++;
        }
        while (!done.IsCancellationRequested);

        return searches;
    }

    private static float[] Axis(int number)
    {
        var axis = new float[64];
        axis[number] = 1;
        return axis;
    }

    private static float[] Vector(Random random, int dimensions)
        => [.. Enumerable.Range(0, dimensions).Select(_ => (random.NextSingle() * 2) - 1)];

    private static double Cosine(float[] a, float[] b)
        => a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(y => (double)y * y));
}
