using Middeck.Core.Errors;
using Middeck.Knowledge.Backends;

namespace Middeck.Knowledge.Tests.Backends;

/// <summary>What every text store must do; each store runs it.</summary>
public abstract class TextStoreSuite
{
    private static readonly Guid[] Chunk = Ids(6);
    private static readonly Guid[] Document = Ids(3);

    internal abstract ITextStore Store { get; }

    [Fact]
    public async Task The_text_that_says_more_of_the_words_comes_first()
    {
        var kb = await GivenBaseAsync();
        await UpsertAsync(
            kb,
            Entry(0, 0, "The corridor has a door at each end."),
            Entry(1, 0, "A fire door closes by itself: the fire door keeps smoke out."),
            Entry(2, 0, "Walls are painted white."));

        var hits = await Store.SearchAsync(kb, "fire door", 10, null, default);

        Assert.Equal([Chunk[1], Chunk[0]], hits.Select(hit => hit.Id));
        Assert.True(hits[0].Score > hits[1].Score);
    }

    [Fact]
    public async Task Chinese_is_found_by_its_words()
    {
        var kb = await GivenBaseAsync();
        await UpsertAsync(
            kb, Entry(0, 0, "防火门应当能够自行关闭。"), Entry(1, 0, "走廊的宽度不得小于一点四米。"), Entry(2, 0, "墙面刷成白色。"));

        Assert.Equal([Chunk[0]], await FoundAsync(kb, "防火门"));
        Assert.Equal([Chunk[1]], await FoundAsync(kb, "走廊宽度"));
    }

    [Fact]
    public async Task Any_characters_may_stand_in_texts_and_queries()
    {
        var kb = await GivenBaseAsync();
        await UpsertAsync(
            kb, Entry(0, 0, "line one\nline \"two\" \\ {\"index\":{}}\n🙂 Türöffner"), Entry(1, 0, ""), Entry(2, 0, "other\u0000words"));

        Assert.Equal([Chunk[0]], await FoundAsync(kb, "türöffner"));
        Assert.Equal([Chunk[0]], await FoundAsync(kb, "two\") OR {[ +-~* AND \\"));
        Assert.Empty(await FoundAsync(kb, "?! … ()"));
        Assert.Empty(await FoundAsync(kb, ""));
    }

    [Fact]
    public async Task A_very_long_query_is_answered()
    {
        var kb = await GivenBaseAsync();
        await UpsertAsync(kb, Entry(0, 0, "防火门应当能够自行关闭。"));
        var query = "防火门" + string.Concat(Enumerable.Range(0, 5000).Select(i => (char)('一' + i)));

        Assert.Equal([Chunk[0]], await FoundAsync(kb, query));
    }

    [Fact]
    public async Task A_search_gives_no_more_than_it_was_asked_for()
    {
        var kb = await GivenThreeAsync();

        Assert.Equal(2, (await Store.SearchAsync(kb, "shared", 2, null, default)).Count);
        Assert.Empty(await Store.SearchAsync(kb, "shared", 0, null, default));
    }

    [Fact]
    public async Task An_upsert_replaces_the_text_and_its_document()
    {
        var kb = await GivenThreeAsync();

        await UpsertAsync(kb, Entry(0, 2, "banana"), Entry(1, 1, "lost"), Entry(1, 2, "cherry"));

        Assert.Empty(await FoundAsync(kb, "alpha lost"));
        Assert.Equal([Chunk[0]], await FoundAsync(kb, "banana", [Document[2]]));
        Assert.Equal([Chunk[1]], await FoundAsync(kb, "cherry", [Document[2]]));
        Assert.Empty(await FoundAsync(kb, "banana cherry", [Document[0], Document[1]]));
    }

    [Fact]
    public async Task A_search_can_be_kept_to_some_documents()
    {
        var kb = await GivenThreeAsync();

        Assert.Equal([Chunk[1]], await FoundAsync(kb, "shared", [Document[1]]));
        Assert.Equal(2, (await FoundAsync(kb, "shared", [Document[0], Document[2], Guid.CreateVersion7()])).Count);
        Assert.Empty(await FoundAsync(kb, "shared", [Guid.CreateVersion7()]));
        Assert.Empty(await FoundAsync(kb, "shared", []));
    }

    [Fact]
    public async Task Texts_are_removed_by_their_ids_and_with_their_document()
    {
        var kb = await GivenThreeAsync();

        await Store.RemoveAsync(kb, [Chunk[0], Guid.CreateVersion7()], default);
        await Store.RemoveDocumentAsync(kb, Document[2], default);
        await Store.RemoveDocumentAsync(kb, Guid.CreateVersion7(), default);

        Assert.Equal([Chunk[1]], await FoundAsync(kb, "shared"));
    }

    [Fact]
    public async Task Bases_do_not_see_each_other_and_one_can_be_dropped()
    {
        var kb = await GivenThreeAsync();
        var other = await GivenBaseAsync();
        await UpsertAsync(other, Entry(0, 0, "shared elsewhere"));

        Assert.Equal(3, (await FoundAsync(kb, "shared")).Count);
        await Store.RemoveDocumentAsync(other, Document[1], default);
        await Store.DropAsync(kb, default);
        await Store.DropAsync(kb, default);

        Assert.Empty(await FoundAsync(kb, "shared"));
        Assert.Equal([Chunk[0]], await FoundAsync(other, "shared"));
    }

    [Fact]
    public async Task A_base_that_was_never_made_has_nothing_and_takes_nothing()
    {
        var kb = Guid.CreateVersion7();

        Assert.Empty(await FoundAsync(kb, "shared"));
        await Store.RemoveAsync(kb, [Chunk[0]], default);
        await Store.RemoveDocumentAsync(kb, Document[0], default);
        var refusal = await Assert.ThrowsAsync<FaultException>(() => UpsertAsync(kb, Entry(0, 0, "shared")));

        Assert.Equal("knowledge.index_missing", refusal.Fault.Code);
        await Store.EnsureAsync(kb, default);
        Assert.Empty(await FoundAsync(kb, "shared"));
    }

    [Fact]
    public async Task Making_a_base_again_changes_nothing()
    {
        var kb = await GivenThreeAsync();

        await Store.EnsureAsync(kb, default);
        await UpsertAsync(kb);
        await Store.RemoveAsync(kb, [], default);

        Assert.Equal(3, (await FoundAsync(kb, "shared")).Count);
    }

    [Fact]
    public async Task A_thousand_entries_go_in_and_out()
    {
        var kb = await GivenBaseAsync();
        var entries = Enumerable.Range(0, 1000)
            .Select(i => new TextEntry(Guid.CreateVersion7(), Document[i % 2], $"paragraph number{i}"))
            .ToList();

        await Store.UpsertAsync(kb, entries, default);

        Assert.Equal([entries[7].Id], await FoundAsync(kb, "number7"));
        Assert.Equal(1000, (await FoundAsync(kb, "paragraph")).Count);
        await Store.RemoveDocumentAsync(kb, Document[0], default);
        Assert.Equal(500, (await FoundAsync(kb, "paragraph")).Count);
    }

    [Fact]
    public async Task Who_has_given_up_is_not_served()
    {
        var kb = await GivenThreeAsync();
        var gone = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.EnsureAsync(Guid.CreateVersion7(), gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.UpsertAsync(kb, [Entry(3, 0, "shared")], gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveAsync(kb, [Chunk[0]], gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SearchAsync(kb, "shared", 5, null, gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DropAsync(kb, gone));

        Assert.Equal(3, (await FoundAsync(kb, "shared")).Count);
    }

    private static TextEntry Entry(int chunk, int document, string text) => new(Chunk[chunk], Document[document], text);

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private async Task<Guid> GivenBaseAsync()
    {
        var kb = Guid.CreateVersion7();
        await Store.EnsureAsync(kb, default);
        return kb;
    }

    /// <summary>Chunk n of document n, each with the word «shared» and one of its own.</summary>
    private async Task<Guid> GivenThreeAsync()
    {
        var kb = await GivenBaseAsync();
        await UpsertAsync(kb, Entry(0, 0, "shared alpha"), Entry(1, 1, "shared beta"), Entry(2, 2, "shared gamma"));
        return kb;
    }

    private Task UpsertAsync(Guid kb, params TextEntry[] entries) => Store.UpsertAsync(kb, entries, default);

    private async Task<List<Guid>> FoundAsync(Guid kb, string query, IReadOnlyCollection<Guid>? documents = null)
        => [.. (await Store.SearchAsync(kb, query, 10_000, documents, default)).Select(hit => hit.Id)];
}
