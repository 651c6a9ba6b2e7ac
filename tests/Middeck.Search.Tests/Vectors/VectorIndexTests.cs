namespace Middeck.Search.Tests.Vectors;

/// <summary>What every vector index does alike. The three that follow it run it on theirs.</summary>
public abstract class VectorIndexTests
{
    // All to one side and far from what the tests below add and ask for.
    private readonly IReadOnlyList<Guid> _background;

    private protected VectorIndexTests(int background)
        => _background = [.. Enumerable.Range(0, background).Select(number => Numbered.Id(1_000_000 + number))];

    [Fact]
    public void The_length_of_a_vector_does_not_matter()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1e30f, 1e30f]);
        index.Upsert(Numbered.Id(2), [1e-30f, 0]);

        var hits = index.Search([5, 0], 2);

        Assert.Equal([Numbered.Id(2), Numbered.Id(1)], hits.Select(hit => hit.Id));
        Assert.Equal(1, hits[0].Score, tolerance: 1e-5);
        Assert.Equal(Math.Sqrt(0.5), hits[1].Score, tolerance: 1e-5);
    }

    [Fact]
    public void A_vector_takes_the_place_of_the_one_that_had_its_id()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(1), [0, 1]);

        Assert.Equal(_background.Count + 1, index.Count);
        var hit = Assert.Single(index.Search([0, 1], 1));
        Assert.Equal(Numbered.Id(1), hit.Id);
        Assert.Equal(1, hit.Score, tolerance: 1e-5);
        Assert.Equal(0, Assert.Single(index.Search([1, 0], 1)).Score, tolerance: 1e-5);
    }

    [Fact]
    public void What_was_removed_is_not_found()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [1, 1]);

        Assert.True(index.Remove(Numbered.Id(1)));
        Assert.False(index.Remove(Numbered.Id(1)));
        Assert.False(index.Remove(Numbered.Id(3)));

        Assert.Equal(_background.Count + 1, index.Count);
        Assert.Equal(Numbered.Id(2), Assert.Single(index.Search([1, 0], 1)).Id);
    }

    [Fact]
    public void What_was_removed_can_come_back()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Remove(Numbered.Id(1));
        index.Upsert(Numbered.Id(1), [1, 0]);

        Assert.Equal(Numbered.Id(1), Assert.Single(index.Search([1, 0], 1)).Id);
    }

    [Fact]
    public void Only_what_the_filter_lets_through_takes_up_the_limit()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [1, 1]);
        index.Upsert(Numbered.Id(3), [0, 1]);

        Assert.Equal(Numbered.Id(2), index.Search([1, 0], 1, id => id != Numbered.Id(1)).Single().Id);
    }

    [Fact]
    public void What_a_narrow_filter_lets_through_is_found_however_far_it_is()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [-1, -1]);
        index.Upsert(Numbered.Id(3), [0, 1]);

        var hits = index.Search([1, 0.1f], 10, id => id == Numbered.Id(2) || id == Numbered.Id(3));

        Assert.Equal([Numbered.Id(3), Numbered.Id(2)], hits.Select(hit => hit.Id));
        Assert.Empty(index.Search([1, 0], 10, _ => false));
    }

    [Fact]
    public void Equal_scores_come_in_the_order_of_the_ids()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(3), [1, 0.5f]);
        index.Upsert(Numbered.Id(1), [2, 1]);
        index.Upsert(Numbered.Id(2), [4, 2]);

        Assert.Equal([Numbered.Id(1), Numbered.Id(2)], index.Search([1, 0], 2).Select(hit => hit.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_of_nothing_finds_nothing(int limit)
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);

        Assert.Empty(index.Search([1, 0], limit));
    }

    [Fact]
    public void A_limit_above_the_number_of_vectors_finds_all()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);

        Assert.Equal(_background.Count + 1, index.Search([1, 0], int.MaxValue).Count);
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        var index = Plane();

        Assert.Throws<ArgumentException>(() => index.Upsert(Numbered.Id(1), [1]));
        Assert.Throws<ArgumentException>(() => index.Search([1, 2, 3], 1));
        Assert.Equal(_background.Count, index.Count);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_component_that_is_not_finite_is_refused(float component)
    {
        var index = Plane();

        Assert.Throws<ArgumentException>(() => index.Upsert(Numbered.Id(1), [1, component]));
        Assert.Throws<ArgumentException>(() => index.Search([component, 1], 1));
        Assert.Equal(_background.Count, index.Count);
    }

    [Fact]
    public void A_query_of_zeros_finds_nothing()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);

        Assert.Empty(index.Search([0, 0], 10));
    }

    [Fact]
    public void A_vector_of_zeros_is_neither_near_nor_far()
    {
        var index = Plane();
        index.Upsert(Numbered.Id(1), [1, 0]);
        index.Upsert(Numbered.Id(2), [0, 0]);

        var hits = index.Search([1, 0], 2, id => id == Numbered.Id(1) || id == Numbered.Id(2));

        Assert.Equal([Numbered.Id(1), Numbered.Id(2)], hits.Select(hit => hit.Id));
        Assert.Equal(0, hits[1].Score);
    }

    [Fact]
    public void Random_writes_leave_what_an_exact_index_would_hold()
    {
        const int Dimensions = 16;
        var random = new Random(11);
        var index = Create(Dimensions);
        var expected = new Dictionary<Guid, float[]>();
        for (var step = 0; step < 6000; step++)
        {
            var id = Numbered.Id(random.Next(2500));
            if (random.Next(3) == 0)
            {
                Assert.Equal(expected.Remove(id), index.Remove(id));
            }
            else
            {
                index.Upsert(id, expected[id] = RandomVectors.Uniform(random, Dimensions));
            }
        }

        Assert.Equal(expected.Count, index.Count);
        var (found, wanted) = (0, 0);
        for (var round = 0; round < 40; round++)
        {
            var query = RandomVectors.Uniform(random, Dimensions);
            Func<Guid, bool>? filter = round % 2 == 0 ? null : id => id.CompareTo(Numbered.Id(900)) < 0;
            var best = expected
                .Where(vector => filter?.Invoke(vector.Key) ?? true)
                .OrderByDescending(vector => RandomVectors.Cosine(query, vector.Value))
                .Take(10)
                .Select(vector => vector.Key)
                .ToHashSet();

            var hits = index.Search(query, 10, filter);

            Assert.Equal(10, hits.Count);
            Assert.All(hits, hit => Assert.True(filter?.Invoke(hit.Id) ?? true));
            Assert.All(
                hits,
                hit => Assert.Equal(RandomVectors.Cosine(query, expected[hit.Id]), hit.Score, tolerance: 2e-5));
            Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
            found += hits.Count(hit => best.Contains(hit.Id));
            wanted += best.Count;
        }

        Assert.InRange(found / (double)wanted, LeastRecall, 1);
    }

    [Fact]
    public async Task Readers_never_see_a_vector_under_the_wrong_id()
    {
        // Each id has a direction of its own, so a hit with the score of another direction would be a torn read.
        var index = Create(64);
        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2)
            .Select(reader => Task.Run(() => ReadUntil(index, reader, started, done.Token)))
            .ToArray();

        started.Wait();
        var random = new Random(7);
        for (var step = 0; step < 600; step++)
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

    [Fact]
    public void Memory_grows_with_the_vectors_and_is_given_back()
    {
        var index = Create(64);
        index.Upsert(Numbered.Id(0), new float[64]);
        Assert.InRange(index.EstimatedBytes, 1, 64 * 1024);

        var random = new Random(4);
        for (var number = 0; number < 3000; number++)
        {
            index.Upsert(Numbered.Id(number), RandomVectors.Uniform(random, 64));
        }

        var full = index.EstimatedBytes;
        Assert.InRange(full, 3000 * 64, 3000 * 1024);
        for (var number = 0; number < 3000; number++)
        {
            index.Remove(Numbered.Id(number));
        }

        Assert.InRange(index.EstimatedBytes, 0, full * 0.6);
    }

    /// <summary>The share of the true hits that a search finds.</summary>
    private protected virtual double LeastRecall => 0.97;

    private protected abstract IVectorIndex Create(int dimensions);

    private protected virtual IVectorIndex Filled(IVectorIndex index) => index;

    private IVectorIndex Plane()
    {
        var index = Create(2);
        for (var number = 0; number < _background.Count; number++)
        {
            var degrees = 140 + (40.0 * number / _background.Count);
            index.Upsert(_background[number], [(float)double.CosPi(degrees / 180), (float)double.SinPi(degrees / 180)]);
        }

        return Filled(index);
    }

    private static int ReadUntil(IVectorIndex index, int reader, CountdownEvent started, CancellationToken done)
    {
        var searches = 0;
        started.Signal();
        do
        {
            var number = (reader + searches) % 64;
            Assert.All(
                index.Search(Axis(number), 64),
                hit => Assert.Equal(hit.Id == Numbered.Id(number) ? 1f : 0f, hit.Score, tolerance: 1e-5));
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
}
