using Middeck.Search.Lexical;

namespace Middeck.Search.Tests.Lexical;

public sealed class Bm25WriteTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Any_history_of_writes_answers_like_an_index_built_from_what_is_left(int seed)
    {
        var random = new RandomTexts(seed);
        var index = new Bm25Index();
        var texts = new Dictionary<Guid, string>();

        // Enough removals that the index is compacted on the way more than once.
        for (var step = 0; step < 3000; step++)
        {
            var id = Numbered.Id(random.Next(300));
            if (random.Next(3) == 0)
            {
                Assert.Equal(texts.Remove(id), index.Remove(id));
            }
            else
            {
                texts[id] = random.Next();
                index.Upsert(id, texts[id]);
            }

            if (step % 250 == 0)
            {
                AssertSameAnswers(Rebuild(texts), index, random);
            }
        }

        AssertSameAnswers(Rebuild(texts), index, random);
    }

    [Fact]
    public void A_replaced_text_is_found_by_its_new_words_only()
    {
        var index = new Bm25Index();
        index.Upsert(Numbered.Id(1), "pump");
        index.Upsert(Numbered.Id(1), "valve");

        Assert.Empty(index.Search("pump", 10));
        Assert.Single(index.Search("valve", 10));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Removing_what_is_not_there_says_so()
    {
        var index = new Bm25Index();
        index.Upsert(Numbered.Id(1), "pump");

        Assert.True(index.Remove(Numbered.Id(1)));
        Assert.False(index.Remove(Numbered.Id(1)));
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Search("pump", 10));
    }

    [Fact]
    public void A_filter_that_fails_leaves_the_index_open_for_writing()
    {
        var index = new Bm25Index();
        index.Upsert(Numbered.Id(1), "pump");

        Assert.Throws<TimeoutException>(() => index.Search("pump", 10, _ => throw new TimeoutException()));

        index.Upsert(Numbered.Id(2), "pump");
        Assert.Equal(2, index.Search("pump", 10).Count);
    }

    [Fact]
    public void Memory_is_given_back_when_texts_go()
    {
        var random = new RandomTexts(21);
        var index = new Bm25Index();
        for (var number = 0; number < 2000; number++)
        {
            index.Upsert(Numbered.Id(number), $"{random.Next()} unique{number}");
        }

        var full = index.EstimatedBytes;
        for (var number = 100; number < 2000; number++)
        {
            index.Remove(Numbered.Id(number));
        }

        Assert.Equal(100, index.Count);
        Assert.InRange(index.EstimatedBytes, 1, full / 3);
    }

    [Fact]
    public async Task A_text_that_is_being_replaced_is_found_exactly_once()
    {
        // The first hundred are only ever replaced: who sees half a replacement would miss one or see it twice.
        var index = new Bm25Index();
        for (var number = 0; number < 100; number++)
        {
            index.Upsert(Numbered.Id(number), "alpha");
        }

        using var done = new CancellationTokenSource();
        using var started = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2)
            .Select(_ => Task.Run(() => ReadUntil(index, started, done.Token)))
            .ToArray();

        var random = new Random(31);
        started.Wait();
        for (var step = 0; step < 1500; step++)
        {
            var number = random.Next(200);
            if (number < 100 || step % 2 == 0)
            {
                index.Upsert(Numbered.Id(number), $"alpha {string.Join(' ', Enumerable.Range(0, random.Next(30)))}");
            }
            else
            {
                index.Remove(Numbered.Id(number));
            }
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));
    }

    private static int ReadUntil(Bm25Index index, CountdownEvent started, CancellationToken done)
    {
        var searches = 0;
        started.Signal();
        do
        {
            var hits = index.Search("alpha", 500);

            Assert.Equal(100, hits.Count(hit => hit.Id.CompareTo(Numbered.Id(100)) < 0));
            Assert.Equal(hits.Count, hits.DistinctBy(hit => hit.Id).Count());
            searches++;
        }
        while (!done.IsCancellationRequested);

        return searches;
    }

    private static Bm25Index Rebuild(Dictionary<Guid, string> texts)
    {
        var index = new Bm25Index();
        foreach (var (id, text) in texts.OrderBy(text => text.Key))
        {
            index.Upsert(id, text);
        }

        return index;
    }

    private static void AssertSameAnswers(Bm25Index expected, Bm25Index actual, RandomTexts random)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < 10; i++)
        {
            var query = random.Query();

            // Equal to the last bit: nothing that was removed leaves a trace in the statistics.
            Assert.Equal(expected.Search(query, 50), actual.Search(query, 50));
        }
    }
}
