using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Chunks;

public sealed class ChildServiceTests(PostgresFixture postgres) : ChunkTest(postgres)
{
    private ChildService Children => Get<ChildService>();

    [Fact]
    public async Task The_parts_of_a_parent_are_made_anew_from_its_new_text()
    {
        var document = await GivenParentsAsync();
        var parent = (await ChunksAsync(document))[0];

        var edited = await EditAsync(document, parent.Id, new EditChunk { Content = "A puppy.\nA car." });

        Assert.Equal(["A puppy.", "A car."], edited.Children!.Select(child => child.Content));
        Assert.Equal((2, EmbeddingState.Ready), (edited.ChildCount, edited.Embedding));
        foreach (var child in edited.Children!)
        {
            Assert.Equal(1, await VectorsAsync(child.Id));
        }

        Assert.Equal(0, await VectorsAsync(parent.Id));
    }

    [Fact]
    public async Task Parts_stay_when_that_is_asked_for()
    {
        var document = await GivenParentsAsync();
        var parent = await EditAsync(document, (await ChunksAsync(document))[0].Id, new EditChunk { Content = "A puppy.\nA car." });

        var edited = await EditAsync(
            document, parent.Id, new EditChunk { Content = "A kitten.", RegenerateChildren = false });

        Assert.Equal(parent.Children!.Select(child => child.Id), edited.Children!.Select(child => child.Id));
    }

    [Fact]
    public async Task A_child_is_added_changed_and_removed()
    {
        var document = await GivenThreeAsync();
        var chunk = (await ChunksAsync(document))[0];
        var added = await Children.AddAsync(
            Caller, document.BaseId, document.Id, chunk.Id, new WriteChild { Content = " A puppy. " }, CancellationToken.None);
        var second = await Children.AddAsync(
            Caller, document.BaseId, document.Id, chunk.Id, new WriteChild { Content = "A hound." }, CancellationToken.None);
        Assert.Equal((1, 2, "A puppy.", true), (added.Position, second.Position, added.Content, added.Edited));

        var edited = await Children.EditAsync(
            Caller, document.BaseId, document.Id, chunk.Id, added.Id, new WriteChild { Content = "A storm." }, CancellationToken.None);
        Assert.Equal("A storm.", edited.Content);
        Assert.True(edited.UpdatedAt > added.UpdatedAt);
        Assert.Equal(1, await VectorsAsync(added.Id));

        await Children.DeleteAsync(Caller, document.BaseId, document.Id, chunk.Id, added.Id, CancellationToken.None);
        var left = Assert.Single(await Children.ListAsync(Caller, document.BaseId, document.Id, chunk.Id, CancellationToken.None));
        Assert.Equal((second.Id, 1), (left.Id, left.Position));
        Assert.Equal(0, await VectorsAsync(added.Id));
        Assert.Equal(
            "knowledge.child_not_found",
            (await RefusalAsync(() => Children.DeleteAsync(
                Caller, document.BaseId, document.Id, chunk.Id, added.Id, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task Another_text_has_neither_the_old_questions_nor_the_old_summary()
    {
        var document = await GivenThreeAsync();
        var chunk = (await ChunksAsync(document))[0];
        var summarized = await EditAsync(document, chunk.Id, new EditChunk { Summary = "Dogs." });
        Assert.Equal((ChildKind.Summary, "Dogs."), (Assert.Single(summarized.Children!).Kind, summarized.Summary));

        var edited = await EditAsync(document, chunk.Id, new EditChunk { Content = "A car." });

        Assert.Null(edited.Summary);
        Assert.Empty(edited.Children!);
        Assert.Equal(EmbeddingState.Ready, edited.Embedding);
    }

    private async Task<DocumentRow> GivenParentsAsync()
    {
        var document = await GivenThreeAsync();
        var settings = JsonSerializer.Serialize(new ChunkingSettings { Mode = "parent_child" }, Json.Snake);
        await Database.ExecuteAsync(
            $"UPDATE knowledge.document SET chunked_with = {SqlText.Jsonb(settings)} WHERE id = {document.Id}", CancellationToken.None);
        return document;
    }
}
