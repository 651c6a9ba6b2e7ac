using Middeck.Core.Errors;
using Middeck.Knowledge.Backends;

namespace Middeck.Knowledge.Tests.Backends;

/// <summary>What every vector store must do; each store runs it.</summary>
public abstract class VectorStoreSuite
{
    private static readonly Guid[] Chunk = Ids(6);
    private static readonly Guid[] Document = Ids(3);

    internal abstract IVectorStore Store { get; }

    [Fact]
    public async Task The_nearest_vectors_come_first_whatever_their_length()
    {
        var collection = await GivenCollectionAsync();
        await UpsertAsync(
            collection, Entry(0, 0, [1, 0, 0, 0]), Entry(1, 0, [30, 10, 0, 0]), Entry(2, 0, [0, 0.001f, 0, 0]), Entry(3, 0, [-5, 0, 0, 0]));

        var hits = await Store.SearchAsync(collection, Vector(2, 0, 0, 0), 10, null, default);

        Assert.Equal([Chunk[0], Chunk[1], Chunk[2], Chunk[3]], hits.Select(hit => hit.Id));
        Assert.Equal([1f, 0.9487f, 0f, -1f], hits.Select(hit => hit.Score), (a, b) => Math.Abs(a - b) < 0.001);
    }

    [Fact]
    public async Task A_search_gives_no_more_than_it_was_asked_for()
    {
        var collection = await GivenThreeAsync();

        Assert.Equal(2, (await Store.SearchAsync(collection, Vector(1, 1, 1, 0), 2, null, default)).Count);
        Assert.Empty(await Store.SearchAsync(collection, Vector(1, 1, 1, 0), 0, null, default));
    }

    [Fact]
    public async Task A_query_of_zeros_finds_nothing()
    {
        var collection = await GivenThreeAsync();

        Assert.Empty(await Store.SearchAsync(collection, Vector(0, 0, 0, 0), 5, null, default));
    }

    [Fact]
    public async Task An_upsert_replaces_the_vector_and_its_document()
    {
        var collection = await GivenThreeAsync();

        await UpsertAsync(collection, Entry(0, 2, [0, 0, 0, 1]));

        var hits = await Store.SearchAsync(collection, Vector(0, 0, 0, 1), 5, [Document[2]], default);
        Assert.Equal(Chunk[0], hits[0].Id);
        Assert.Equal(1, hits[0].Score, 0.001);
        Assert.Empty(await Store.SearchAsync(collection, Vector(1, 0, 0, 0), 5, [Document[0]], default));
        Assert.Equal(3, (await AllAsync(collection)).Count);
    }

    [Fact]
    public async Task Of_an_id_that_comes_twice_the_last_counts()
    {
        var collection = await GivenCollectionAsync();

        await UpsertAsync(collection, Entry(0, 0, [1, 0, 0, 0]), Entry(0, 1, [0, 1, 0, 0]));

        var hit = Assert.Single(await Store.SearchAsync(collection, Vector(0, 1, 0, 0), 5, [Document[1]], default));
        Assert.Equal(1, hit.Score, 0.001);
    }

    [Fact]
    public async Task A_search_can_be_kept_to_some_documents()
    {
        var collection = await GivenThreeAsync();

        Assert.Equal([Chunk[1]], await FoundAsync(collection, [Document[1]]));
        Assert.Equal([Chunk[0], Chunk[2]], await FoundAsync(collection, [Document[0], Document[2], Guid.CreateVersion7()]));
        Assert.Empty(await FoundAsync(collection, [Guid.CreateVersion7()]));
        Assert.Empty(await FoundAsync(collection, []));
    }

    [Fact]
    public async Task Vectors_are_removed_by_their_ids()
    {
        var collection = await GivenThreeAsync();

        await Store.RemoveAsync(collection, [Chunk[0], Chunk[2], Guid.CreateVersion7()], default);

        Assert.Equal([Chunk[1]], await AllAsync(collection));
    }

    [Fact]
    public async Task Vectors_are_removed_with_their_document()
    {
        var collection = await GivenThreeAsync();
        await UpsertAsync(collection, Entry(3, 1, [0, 0, 1, 1]));

        await Store.RemoveDocumentAsync(collection, Document[1], default);
        await Store.RemoveDocumentAsync(collection, Guid.CreateVersion7(), default);

        Assert.Equal([Chunk[0], Chunk[2]], await AllAsync(collection));
    }

    [Fact]
    public async Task Bases_and_models_do_not_see_each_other()
    {
        var collection = await GivenThreeAsync();
        var otherModel = collection with { EmbeddingKey = "另一个模型/with \"quotes\" & ümlauts 🙂" };
        var otherBase = NewCollection();
        await Store.EnsureAsync(otherModel, default);
        await Store.EnsureAsync(otherBase, default);
        await UpsertAsync(otherModel, Entry(4, 0, [1, 1, 1, 0]));
        await UpsertAsync(otherBase, Entry(0, 0, [1, 1, 1, 0]), Entry(5, 0, [1, 1, 1, 0]));

        Assert.Equal(3, (await AllAsync(collection)).Count);
        Assert.Equal([Chunk[4]], await AllAsync(otherModel));

        await Store.RemoveAsync(otherBase, [Chunk[0]], default);
        await Store.RemoveDocumentAsync(otherModel, Document[0], default);

        Assert.Equal(3, (await AllAsync(collection)).Count);
    }

    [Fact]
    public async Task Dropping_a_base_takes_all_its_collections_and_no_other()
    {
        var collection = await GivenThreeAsync();
        var otherModel = collection with { EmbeddingKey = "other@2", Dimensions = 2 };
        var otherBase = await GivenThreeAsync();
        await Store.EnsureAsync(otherModel, default);
        await Store.UpsertAsync(otherModel, [new(Chunk[0], Document[0], Vector(1, 0))], default);

        await Store.DropAsync(collection.BaseId, default);
        await Store.DropAsync(Guid.CreateVersion7(), default);

        Assert.Empty(await AllAsync(collection));
        Assert.Empty(await Store.SearchAsync(otherModel, Vector(1, 0), 5, null, default));
        Assert.Equal(3, (await AllAsync(otherBase)).Count);
        await Store.EnsureAsync(otherModel with { Dimensions = 3 }, default);
    }

    [Fact]
    public async Task A_collection_that_was_never_made_has_nothing_and_takes_nothing()
    {
        var collection = NewCollection();

        Assert.Empty(await AllAsync(collection));
        await Store.RemoveAsync(collection, [Chunk[0]], default);
        await Store.RemoveDocumentAsync(collection, Document[0], default);
        var refusal = await Assert.ThrowsAsync<FaultException>(() => UpsertAsync(collection, Entry(0, 0, [1, 0, 0, 0])));

        Assert.Equal("knowledge.index_missing", refusal.Fault.Code);
        await Store.EnsureAsync(collection, default);
        Assert.Empty(await AllAsync(collection));
    }

    [Fact]
    public async Task Making_a_collection_again_or_by_many_at_once_changes_nothing()
    {
        var collection = NewCollection();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.EnsureAsync(collection, default)));
        await UpsertAsync(collection, Entry(0, 0, [1, 0, 0, 0]));
        await Store.EnsureAsync(collection, default);

        Assert.Equal([Chunk[0]], await AllAsync(collection));
    }

    [Fact]
    public async Task A_vector_that_does_not_fit_is_a_mistake_of_the_caller()
    {
        var collection = await GivenThreeAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => UpsertAsync(collection, Entry(3, 0, [1, 0, 0])));
        await Assert.ThrowsAsync<ArgumentException>(() => UpsertAsync(collection, Entry(3, 0, [1, 0, 0, float.NaN])));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SearchAsync(collection, Vector(1, 0, 0, 0, 0), 5, null, default));

        Assert.Equal(3, (await AllAsync(collection)).Count);
    }

    [Fact]
    public async Task The_dimensions_of_a_collection_never_change()
    {
        var collection = await GivenCollectionAsync();
        var wider = collection with { Dimensions = 5 };

        var making = await Assert.ThrowsAsync<FaultException>(() => Store.EnsureAsync(wider, default));
        var writing = await Assert.ThrowsAsync<FaultException>(() => UpsertAsync(wider, Entry(0, 0, [1, 0, 0, 0, 0])));

        Assert.Equal("knowledge.index_dimensions", making.Fault.Code);
        Assert.Equal("knowledge.index_dimensions", writing.Fault.Code);
        Assert.Empty(await AllAsync(collection));
    }

    [Fact]
    public async Task A_thousand_entries_go_in_and_out()
    {
        var collection = await GivenCollectionAsync();
        var entries = Enumerable.Range(0, 1000)
            .Select(i => new VectorEntry(Guid.CreateVersion7(), Document[i % 2], Vector(1000, i, 1, 0)))
            .ToList();

        await Store.UpsertAsync(collection, entries, default);

        var nearest = await Store.SearchAsync(collection, Vector(1000, 0, 1, 0), 3, null, default);
        Assert.Equal(entries.Take(3).Select(entry => entry.Id), nearest.Select(hit => hit.Id));
        var ofOne = await Store.SearchAsync(collection, Vector(1000, 0, 1, 0), 1000, [Document[1]], default);
        Assert.Equal(500, ofOne.Count);

        await Store.RemoveAsync(collection, [.. entries.Skip(1).Select(entry => entry.Id)], default);
        Assert.Equal([entries[0].Id], (await Store.SearchAsync(collection, Vector(1, 0, 0, 0), 1000, null, default)).Select(hit => hit.Id));
    }

    [Fact]
    public async Task Nothing_to_do_is_no_mistake()
    {
        var collection = await GivenThreeAsync();

        await UpsertAsync(collection);
        await Store.RemoveAsync(collection, [], default);

        Assert.Equal(3, (await AllAsync(collection)).Count);
    }

    [Fact]
    public async Task Who_has_given_up_is_not_served()
    {
        var collection = await GivenThreeAsync();
        var gone = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.EnsureAsync(NewCollection(), gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.UpsertAsync(collection, [Entry(3, 0, [1, 0, 0, 0])], gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveAsync(collection, [Chunk[0]], gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.SearchAsync(collection, Vector(1, 0, 0, 0), 5, null, gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DropAsync(collection.BaseId, gone));

        Assert.Equal(3, (await AllAsync(collection)).Count);
    }

    internal static ReadOnlyMemory<float> Vector(params float[] components) => components;

    private protected static VectorCollection NewCollection() => new(Guid.CreateVersion7(), "bge-m3@4", 4);

    private static VectorEntry Entry(int chunk, int document, float[] vector) => new(Chunk[chunk], Document[document], vector);

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private async Task<VectorCollection> GivenCollectionAsync()
    {
        var collection = NewCollection();
        await Store.EnsureAsync(collection, default);
        return collection;
    }

    /// <summary>Chunk n of document n, in the order of their nearness to (3, 2, 1, 0).</summary>
    private async Task<VectorCollection> GivenThreeAsync()
    {
        var collection = await GivenCollectionAsync();
        await UpsertAsync(collection, Entry(0, 0, [1, 0, 0, 0]), Entry(1, 1, [0, 1, 0, 0]), Entry(2, 2, [0, 0, 1, 0]));
        return collection;
    }

    private Task UpsertAsync(VectorCollection collection, params VectorEntry[] entries)
        => Store.UpsertAsync(collection, entries, default);

    private Task<List<Guid>> AllAsync(VectorCollection collection) => FoundAsync(collection, null);

    private async Task<List<Guid>> FoundAsync(VectorCollection collection, IReadOnlyCollection<Guid>? documents)
        => [.. (await Store.SearchAsync(collection, Vector(3, 2, 1, 0), 100, documents, default)).Select(hit => hit.Id)];
}
