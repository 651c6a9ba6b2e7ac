using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Vectors;

/// <summary>So many vectors, and so narrow a search, that a scan would be more work than the walk.</summary>
public sealed class HnswVectorIndexTests() : VectorIndexTests(background: 1500)
{
    // Narrow, so that few vectors are enough for a search to walk instead of looking at each.
    private static readonly HnswOptions _narrow = new() { SearchWidth = 40 };

    [Theory]
    [InlineData(true, 0.98)]
    [InlineData(false, 0.93)]
    public void A_search_finds_nearly_all_that_an_exact_one_finds(bool isClustered, double least)
    {
        var data = new Sample(isClustered, count: 5000, seed: 21);
        var index = data.Build();

        Assert.InRange(data.Recall(index, _ => true), least, 1);
    }

    [Fact]
    public void A_search_finds_as_much_after_half_was_removed_and_after_it_came_back()
    {
        var data = new Sample(isClustered: true, count: 5000, seed: 22);
        var index = data.Build();
        for (var number = 0; number < 5000; number += 2)
        {
            index.Remove(Numbered.Id(number));
        }

        Assert.Equal(2500, index.Count);
        Assert.InRange(data.Recall(index, static number => number % 2 == 1), 0.97, 1);

        for (var number = 0; number < 5000; number += 2)
        {
            index.Upsert(Numbered.Id(number), data.Vector(number));
        }

        Assert.Equal(5000, index.Count);
        Assert.InRange(data.Recall(index, static _ => true), 0.97, 1);
    }

    [Fact]
    public void A_search_finds_what_is_left_when_whole_neighbourhoods_were_removed()
    {
        var data = new Sample(isClustered: true, count: 5000, seed: 23);
        var index = data.Build();
        var query = data.Vector(0);
        var near = data.Exact.Search(query, 3500).Select(hit => hit.Id).ToHashSet();
        foreach (var id in near)
        {
            index.Remove(id);
        }

        Assert.InRange(data.Recall(index, number => !near.Contains(Numbered.Id(number))), 0.95, 1);
    }

    [Fact]
    public void Memory_does_not_grow_when_vectors_are_replaced()
    {
        var data = new Sample(isClustered: true, count: 1500, seed: 24);
        var index = data.Build();
        var before = index.EstimatedBytes;
        for (var number = 0; number < 4500; number++)
        {
            index.Upsert(Numbered.Id(number % 1500), data.Vector(number * 7 % 1500));
        }

        Assert.Equal(1500, index.Count);
        Assert.InRange(index.EstimatedBytes, 0, before * 2);
    }

    [Fact]
    public void Copies_of_one_vector_do_not_hide_the_others()
    {
        var data = new Sample(isClustered: true, count: 2000, seed: 25);
        var index = data.Build();
        for (var number = 0; number < 1000; number++)
        {
            index.Upsert(Numbered.Id(10_000 + number), data.Vector(7));
            data.Exact.Upsert(Numbered.Id(10_000 + number), data.Vector(7));
        }

        var found = 0;
        for (var round = 0; round < 100; round++)
        {
            // By score: of a thousand that are equal any ten will do.
            var least = data.Exact.Search(data.Query(round), 10)[^1].Score - 2e-5;
            found += index.Search(data.Query(round), 10).Count(hit => hit.Score >= least);
        }

        Assert.InRange(found / 1000.0, 0.97, 1);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_the_graph()
    {
        var data = new Sample(isClustered: false, count: 3000, seed: 26);
        var (one, many) = (data.Build(threads: 1), data.Build(threads: 4));

        for (var round = 0; round < 50; round++)
        {
            Assert.Equal(one.Search(data.Query(round), 10), many.Search(data.Query(round), 10));
        }
    }

    [Fact]
    public void The_last_of_a_repeated_id_counts()
    {
        var index = new HnswVectorIndex(2);
        index.UpsertRange([Numbered.Id(1), Numbered.Id(2), Numbered.Id(1)], [1, 0, 0, 1, -1, 0], threads: 2);

        Assert.Equal(2, index.Count);
        Assert.Equal(1, index.Search([-1, 0], 1).Single().Score, tolerance: 1e-5);
    }

    [Fact]
    public void Nothing_is_added_when_one_of_many_vectors_is_refused()
    {
        var index = new HnswVectorIndex(2);

        Assert.Throws<ArgumentException>(
            () => index.UpsertRange([Numbered.Id(1), Numbered.Id(2)], [1, 0, float.NaN, 1], threads: 1));
        Assert.Throws<ArgumentException>(() => index.UpsertRange([Numbered.Id(1)], [1, 0, 1], threads: 1));
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public async Task Readers_beside_a_writer_find_what_stays()
    {
        var data = new Sample(isClustered: true, count: 3000, seed: 27);
        var index = data.Build();
        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2)
            .Select(_ => Task.Run(() =>
            {
                var (searches, found) = (0, 0);
                started.Signal();
                do
                {
                    // The even ones stay where they are.
                    var number = searches++ * 2 % 3000;
                    found += index.Search(data.Vector(number), 5).Any(hit => hit.Id == Numbered.Id(number)) ? 1 : 0;
                }
                while (!done.IsCancellationRequested);

                return found / (double)searches;
            }))
            .ToArray();

        started.Wait();
        var random = new Random(5);
        for (var step = 0; step < 1000; step++)
        {
            var number = (random.Next(1500) * 2) + 1;
            if (step % 2 == 0)
            {
                index.Remove(Numbered.Id(number));
            }
            else
            {
                index.Upsert(Numbered.Id(number), data.Vector((number + 10) % 3000));
            }
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), share => Assert.InRange(share, 0.97, 1));
    }

    private protected override IVectorIndex Create(int dimensions) => new HnswVectorIndex(dimensions, _narrow);

    private sealed class Sample
    {
        private const int Dimensions = 24;
        private readonly int _count;
        private readonly float[] _vectors;
        private readonly float[] _queries;

        public Sample(bool isClustered, int count, int seed)
        {
            var random = new Random(seed);
            _count = count;
            var all = isClustered
                ? RandomVectors.Clustered(random, count + 100, Dimensions)
                : RandomVectors.Uniform(random, (count + 100) * Dimensions);
            (_vectors, _queries) = (all[..(count * Dimensions)], all[(count * Dimensions)..]);
            for (var number = 0; number < count; number++)
            {
                Exact.Upsert(Numbered.Id(number), Vector(number));
            }
        }

        public ExactVectorIndex Exact { get; } = new(Dimensions);

        public ReadOnlySpan<float> Vector(int number) => _vectors.AsSpan(number * Dimensions, Dimensions);

        public ReadOnlySpan<float> Query(int number) => _queries.AsSpan(number * Dimensions, Dimensions);

        public HnswVectorIndex Build(int threads = 2)
        {
            var index = new HnswVectorIndex(Dimensions, _narrow);
            index.UpsertRange([.. Enumerable.Range(0, _count).Select(Numbered.Id)], _vectors, threads);
            return index;
        }

        /// <summary>The share of the ten nearest among the remaining that a search finds.</summary>
        public double Recall(HnswVectorIndex index, Func<int, bool> remains)
        {
            var allowed = Enumerable.Range(0, _count).Where(remains).Select(Numbered.Id).ToHashSet();
            var found = 0;
            for (var number = 0; number < 100; number++)
            {
                var best = Exact.Search(Query(number), 10, allowed.Contains).Select(hit => hit.Id).ToHashSet();
                found += index.Search(Query(number), 10).Count(hit => best.Contains(hit.Id));
            }

            return found / 1000.0;
        }
    }
}
