using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Chunks;

public sealed class ChunkServiceTests(PostgresFixture postgres) : ChunkTest(postgres)
{
    [Fact]
    public async Task An_edited_text_is_found_at_once_and_the_old_one_no_more()
    {
        var document = await GivenThreeAsync();
        var dog = (await ChunksAsync(document))[0];
        Assert.Contains("A hound barks.", await FoundAsync(document, "puppy", SearchMethod.SemanticSearch));

        var edited = await EditAsync(document, dog.Id, new EditChunk { Content = "An automobile honks." });

        Assert.Equal((EmbeddingState.Ready, true, 1), (edited.Embedding, edited.Edited, edited.Position));
        Assert.Equal("An automobile honks.", Assert.Single(await FoundAsync(document, "honks", SearchMethod.FullTextSearch)));
        Assert.Empty(await FoundAsync(document, "barks", SearchMethod.FullTextSearch));
        Assert.Equal(
            ["A vehicle drives.", "An automobile honks."],
            (await FoundAsync(document, "car", SearchMethod.SemanticSearch)).Take(2).Order());
        Assert.Equal(1, await VectorsAsync(dog.Id));
    }

    [Fact]
    public async Task Another_node_follows_the_edit()
    {
        var document = await GivenThreeAsync();
        var node = AddNode();
        Assert.Single(await SearchAsync("barks", document.BaseId, SearchMethod.FullTextSearch, node));

        await EditAsync(document, (await ChunksAsync(document))[0].Id, new EditChunk { Content = "A cat purrs." });
        Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("A cat purrs.", Assert.Single(await SearchAsync("purrs", document.BaseId, SearchMethod.FullTextSearch, node)).Content);
        Assert.Empty(await SearchAsync("barks", document.BaseId, SearchMethod.FullTextSearch, node));
    }

    [Fact]
    public async Task Edits_while_others_search_end_with_the_last_text()
    {
        var document = await GivenThreeAsync();
        var id = (await ChunksAsync(document))[0].Id;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            await EditAsync(document, id, new EditChunk { Content = $"Version {number} of a puppy." });
            await SearchAsync("version", document.BaseId);
        }));

        var last = (await ChunksAsync(document))[0];
        Assert.Equal(EmbeddingState.Ready, last.Embedding);
        Assert.Equal(1, await VectorsAsync(id));
        Assert.Equal(last.Content, Assert.Single(await FoundAsync(document, "version", SearchMethod.FullTextSearch)));
    }

    [Fact]
    public async Task Of_two_edits_from_the_same_text_the_second_is_shown_the_first()
    {
        var document = await GivenThreeAsync();
        var before = (await ChunksAsync(document))[0];
        var first = await EditAsync(document, before.Id, new EditChunk { Content = "A puppy.", ExpectedUpdatedAt = before.UpdatedAt });

        var fault = await RefusalAsync(() => EditAsync(
            document, before.Id, new EditChunk { Content = "A kitten.", ExpectedUpdatedAt = before.UpdatedAt }));

        Assert.Equal(("knowledge.chunk_changed", FaultKind.Conflict), (fault.Code, fault.Kind));
        Assert.Equal("A puppy.", fault.Extensions!["content"]);
        Assert.Equal(first.UpdatedAt, fault.Extensions["updated_at"]);
        Assert.Equal(
            "A kitten.",
            (await EditAsync(document, before.Id, new EditChunk { Content = "A kitten.", ExpectedUpdatedAt = first.UpdatedAt })).Content);
    }

    [Fact]
    public async Task An_edit_is_kept_while_the_model_is_down_and_gets_its_vector_when_it_answers()
    {
        var document = await GivenThreeAsync();
        var id = (await ChunksAsync(document))[0].Id;
        Models.BeforeBatch = _ => throw new FaultException(new Fault(FaultKind.Unavailable, "models.down", "The model is down."));

        var edited = await EditAsync(document, id, new EditChunk { Content = "A hot automobile." });

        Assert.Equal(EmbeddingState.Pending, edited.Embedding);
        Assert.Equal("A hot automobile.", Assert.Single(await FoundAsync(document, "hot", SearchMethod.FullTextSearch)));
        var (jobId, request) = Jobs.Jobs[^1];
        Assert.Equal((EmbedChunksJob.Kind, document.Id), (request.Kind, request.Subject));

        Models.BeforeBatch = static _ => Task.CompletedTask;
        await Get<EmbedChunksJob>().ExecuteAsync(new TestJob(jobId, document.WorkspaceId, document.Id), CancellationToken.None);

        Assert.Equal(EmbeddingState.Ready, (await ChunksAsync(document))[0].Embedding);
        Assert.Contains("A hot automobile.", (await FoundAsync(document, "car", SearchMethod.SemanticSearch)).Take(2));
    }

    [Fact]
    public async Task A_lost_job_for_vectors_is_asked_for_again_until_they_are_there()
    {
        var document = await GivenThreeAsync();
        Models.BeforeBatch = _ => throw new FaultException(new Fault(FaultKind.Upstream, "models.down", "The model is down."));
        await EditAsync(document, (await ChunksAsync(document))[0].Id, new EditChunk { Content = "A puppy." });
        var before = Jobs.Jobs.Count;

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Get<VectorQueue>().SweepAsync(CancellationToken.None);
        Assert.Equal(before + 1, Jobs.Jobs.Count);

        Models.BeforeBatch = static _ => Task.CompletedTask;
        await Get<EmbedChunksJob>().ExecuteAsync(
            new TestJob(Jobs.Jobs[^1].Id, document.WorkspaceId, document.Id), CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Get<VectorQueue>().SweepAsync(CancellationToken.None);
        Assert.Equal(before + 1, Jobs.Jobs.Count);
    }

    [Fact]
    public async Task A_vector_of_a_text_that_was_changed_meanwhile_is_not_kept()
    {
        var document = await GivenThreeAsync();
        var id = (await ChunksAsync(document))[0].Id;
        Models.BeforeBatch = async _ =>
        {
            // The model works on the first text while somebody writes the second.
            Models.BeforeBatch = static _ => Task.CompletedTask;
            await EditAsync(document, id, new EditChunk { Content = "A storm." });
        };

        await EditAsync(document, id, new EditChunk { Content = "A puppy." });

        var found = await FoundAsync(document, "rain", SearchMethod.SemanticSearch);
        Assert.Equal(["A storm comes.", "A storm."], found.Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(1, await VectorsAsync(id));
    }

    [Theory]
    [InlineData(null, new[] { "A hound barks.", "A vehicle drives.", "A storm comes.", "New." })]
    [InlineData(0, new[] { "New.", "A hound barks.", "A vehicle drives.", "A storm comes." })]
    [InlineData(2, new[] { "A hound barks.", "A vehicle drives.", "New.", "A storm comes." })]
    public async Task A_chunk_is_added_where_it_was_asked_for(int? after, string[] expected)
    {
        var document = await GivenThreeAsync();

        var added = Assert.Single(await AddAsync(document, "  New.\0 ", after));

        Assert.Equal(expected, await TextsAsync(document));
        Assert.Equal((true, EmbeddingState.Ready, Caller.UserId), (added.Edited, added.Embedding, added.CreatedBy));
        var row = await ReadAsync(document);
        Assert.Equal((4, document.CharacterCount + 4), (row.ChunkCount, row.CharacterCount));
    }

    [Fact]
    public async Task Chunks_that_are_added_at_once_all_keep_a_place()
    {
        var document = await GivenThreeAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => AddAsync(document, $"New {number}.", 1)));

        Assert.Equal(13, (await TextsAsync(document)).Length);
        Assert.Equal(13, (await ReadAsync(document)).ChunkCount);
    }

    [Fact]
    public async Task Chunks_are_listed_by_what_they_hold_and_whether_they_are_on()
    {
        var document = await GivenThreeAsync();
        var chunks = await ChunksAsync(document);
        await EditAsync(document, chunks[1].Id, new EditChunk { Keywords = ["Lorry", "lorry", " Lorry "], Enabled = false });

        Assert.Equal(chunks[1].Id, Assert.Single(await ChunksAsync(document, new ChunkFilter("LORRY"))).Id);
        Assert.Equal(["Lorry", "lorry"], (await ChunksAsync(document))[1].Keywords);
        Assert.Equal(2, (await ChunksAsync(document, new ChunkFilter(Enabled: true))).Count);
        Assert.NotNull(Assert.Single(await ChunksAsync(document, new ChunkFilter(Enabled: false))).DisabledAt);
        Assert.Empty(await FoundAsync(document, "drives", SearchMethod.FullTextSearch));
    }

    [Fact]
    public async Task A_batch_tells_what_it_did_not_find_and_takes_the_rest()
    {
        var document = await GivenThreeAsync();
        var chunks = await ChunksAsync(document);
        var unknown = Guid.CreateVersion7();

        var changed = await Service.ChangeAsync(
            Caller,
            document.BaseId,
            document.Id,
            new ChangeChunks { Action = ChunkBatchAction.Delete, Ids = [chunks[0].Id, chunks[1].Id, unknown] },
            CancellationToken.None);

        Assert.Equal((2, unknown), (changed.Changed, Assert.Single(changed.Missing)));
        Assert.Equal(["A storm comes."], await TextsAsync(document));
        Assert.Equal(0, await VectorsAsync(chunks[0].Id));
        Assert.Equal(1, (await ReadAsync(document)).ChunkCount);
        Assert.Empty(await FoundAsync(document, "barks", SearchMethod.FullTextSearch));
    }

    [Theory]
    [InlineData("parsing", false, "knowledge.document_busy")]
    [InlineData("waiting", false, "knowledge.document_busy")]
    [InlineData("paused", false, "knowledge.document_busy")]
    [InlineData("completed", true, "knowledge.document_archived")]
    public async Task A_document_that_is_being_made_anew_or_archived_is_not_edited(string status, bool archived, string code)
    {
        var document = await GivenThreeAsync();
        var id = (await ChunksAsync(document))[0].Id;
        await Database.ExecuteAsync(
            $"UPDATE knowledge.document SET status = {status}, archived = {archived} WHERE id = {document.Id}", CancellationToken.None);

        var fault = await RefusalAsync(() => EditAsync(document, id, new EditChunk { Content = "Lost." }));

        Assert.Equal((code, FaultKind.Conflict), (fault.Code, fault.Kind));
        Assert.Equal("A hound barks.", (await TextsAsync(document))[0]);
    }

    [Theory]
    [InlineData(" \n\u0001 ", "knowledge.content_empty")]
    [InlineData(null, "knowledge.content_too_long")]
    public async Task A_text_of_nothing_or_of_too_much_is_refused(string? content, string code)
    {
        var document = await GivenThreeAsync();
        var id = (await ChunksAsync(document))[0].Id;

        var fault = await RefusalAsync(() => EditAsync(document, id, new EditChunk { Content = content ?? new string('x', 20_001) }));

        Assert.Equal((code, "content"), (fault.Code, fault.Field));
    }

    [Fact]
    public async Task A_base_of_words_alone_asks_no_model()
    {
        var document = await GivenThreeAsync(IndexingMethod.Economy);

        var edited = await EditAsync(document, (await ChunksAsync(document))[0].Id, new EditChunk { Content = "A puppy." });

        Assert.Null(edited.Embedding);
        Assert.Empty(Models.Embedded);
        Assert.DoesNotContain(Jobs.Jobs, job => job.Request.Kind == EmbedChunksJob.Kind);
    }

    [Fact]
    public async Task Pages_hear_of_an_edit()
    {
        var document = await GivenThreeAsync();
        Events.Events.Clear();

        await AddAsync(document, "New.");

        var told = Assert.Single(Events.Events);
        Assert.Equal(("document.changed", 4), (told.Type, told.Data.GetProperty("chunk_count").GetInt32()));
    }

    [Fact]
    public async Task A_chunk_of_another_document_is_not_there()
    {
        var document = await GivenThreeAsync();
        var other = await GivenThreeAsync();
        var id = (await ChunksAsync(other))[0].Id;

        Assert.Equal("knowledge.chunk_not_found", (await RefusalAsync(() => EditAsync(document, id, new EditChunk()))).Code);
        Assert.Equal(
            "knowledge.chunk_not_found",
            (await RefusalAsync(() => Service.DeleteAsync(Caller, document.BaseId, document.Id, id, CancellationToken.None))).Code);
    }
}
