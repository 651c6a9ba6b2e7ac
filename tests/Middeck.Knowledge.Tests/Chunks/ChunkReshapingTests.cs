using Middeck.Knowledge.Chunks;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Chunks;

public sealed class ChunkReshapingTests(PostgresFixture postgres) : ChunkTest(postgres)
{
    private ChunkReshaping Reshaping => Get<ChunkReshaping>();

    [Fact]
    public async Task A_chunk_becomes_two_that_are_found_each_by_its_own_text()
    {
        var document = await GivenThreeAsync();
        var first = (await ChunksAsync(document))[0];
        var whole = await EditAsync(
            document, first.Id, new EditChunk { Content = "A puppy plays. A storm rages.", Keywords = ["pets"], Answer = "Yes." });

        var halves = await Reshaping.SplitAsync(
            Caller,
            document.BaseId,
            document.Id,
            first.Id,
            new SplitChunk { Offset = 14, ExpectedUpdatedAt = whole.UpdatedAt },
            CancellationToken.None);

        Assert.Equal(
            ["A puppy plays.", "A storm rages.", "A vehicle drives.", "A storm comes."], await TextsAsync(document));
        Assert.Equal((first.Id, "Yes.", null), (halves[0].Id, halves[0].Answer, halves[1].Answer));
        Assert.All(halves, half => Assert.Equal(("pets", EmbeddingState.Ready), (Assert.Single(half.Keywords), half.Embedding)));
        Assert.Equal("A storm rages.", Assert.Single(await FoundAsync(document, "rages", SearchMethod.FullTextSearch)));
    }

    [Theory]
    [InlineData("A puppy.", 8, "knowledge.invalid_offset")]
    [InlineData("A puppy.", 5000, "knowledge.invalid_offset")]
    [InlineData("🐕 dog", 1, "knowledge.invalid_offset")]
    public async Task A_place_outside_the_text_or_inside_a_character_splits_nothing(string content, int offset, string code)
    {
        var document = await GivenThreeAsync();
        var first = (await ChunksAsync(document))[0];
        await EditAsync(document, first.Id, new EditChunk { Content = content });

        var fault = await RefusalAsync(() => Reshaping.SplitAsync(
            Caller, document.BaseId, document.Id, first.Id, new SplitChunk { Offset = offset }, CancellationToken.None));

        Assert.Equal((code, "offset"), (fault.Code, fault.Field));
        Assert.Equal(3, (await TextsAsync(document)).Length);
    }

    [Fact]
    public async Task Chunks_become_one_with_all_that_they_had()
    {
        var document = await GivenThreeAsync();
        var chunks = await ChunksAsync(document);
        await EditAsync(document, chunks[1].Id, new EditChunk { Keywords = ["traffic"], Answer = "It does." });

        var merged = await Reshaping.MergeAsync(
            Caller, document.BaseId, document.Id, chunks[0].Id, new MergeChunks { Count = 2, Separator = " " }, CancellationToken.None);

        Assert.Equal(["A hound barks. A vehicle drives. A storm comes."], await TextsAsync(document));
        Assert.Equal(("traffic", "It does.", true), (Assert.Single(merged.Keywords), merged.Answer, merged.Edited));
        Assert.Equal(0, await VectorsAsync(chunks[2].Id));
        Assert.Single(await FoundAsync(document, "drives", SearchMethod.FullTextSearch));
    }

    [Fact]
    public async Task More_than_follow_cannot_be_merged()
    {
        var document = await GivenThreeAsync();
        var second = (await ChunksAsync(document))[1];

        var fault = await RefusalAsync(() => Reshaping.MergeAsync(
            Caller, document.BaseId, document.Id, second.Id, new MergeChunks { Count = 2 }, CancellationToken.None));

        Assert.Equal("knowledge.too_few_chunks", fault.Code);
        Assert.Equal(3, (await TextsAsync(document)).Length);
    }
}
