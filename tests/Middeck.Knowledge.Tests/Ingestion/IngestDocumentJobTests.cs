using System.Text;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Knowledge.Tests.Files;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class IngestDocumentJobTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly byte[] Long = Encoding.UTF8.GetBytes(
        string.Join("\n\n", Enumerable.Range(1, 10).Select(number => $"Paragraph {number} about exits.")));

    protected override Dictionary<string, string?> Settings => new() { ["knowledge:EmbeddingBatch"] = "3" };

    [Theory]
    [InlineData("a.py", null)]
    [InlineData("a.md", "Exits")]
    public async Task A_comment_of_a_program_is_no_heading(string name, string? heading)
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, name, "# Exits\n\nkeep(free)\n\nlock(never)");

        var headings = await Database.QueryAsync(
            $"SELECT heading FROM knowledge.chunk WHERE document_id = {row.Id}", found => found.At<string?>(0), CancellationToken.None);

        Assert.All(headings, found => Assert.Equal(heading, found));
        Assert.NotEmpty(headings);
    }

    [Fact]
    public async Task A_document_goes_through_its_stages_and_tells_of_each()
    {
        var kb = await GivenBaseAsync();

        var row = await IngestAsync(await UploadAsync(kb.Id, "a.txt", Long));

        Assert.Equal((DocumentStatus.Completed, 1d, 10), (row.Status, row.Progress, row.ChunkCount));
        Assert.Equal(Encoding.UTF8.GetString(Long).Length, row.CharacterCount);
        Assert.Equal(
            ["waiting", "parsing", "cleaning", "splitting", "indexing", "completed"],
            Events.Events.Select(told => told.Data.GetProperty("status").GetString()).Distinct());
        Assert.Contains(Events.Events, told => told.Data.GetProperty("fact").GetString() == "0/10 chunks");
        Assert.Equal(
            [Clock.GetUtcNow(), Clock.GetUtcNow(), Clock.GetUtcNow()],
            new[] { row.ParsedAt, row.CleanedAt, row.SplitAt }.Select(time => time!.Value));
    }

    [Fact]
    public async Task After_a_crash_it_goes_on_where_it_was()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        Models.BeforeBatch = static done => done < 6 ? Task.CompletedTask : throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => IngestAsync(document));
        var before = await ContentsAsync(document.Id);
        Models.BeforeBatch = static _ => Task.CompletedTask;

        var row = await IngestAsync(document);

        Assert.Equal(DocumentStatus.Completed, row.Status);
        Assert.Equal(before, await ContentsAsync(document.Id));
        Assert.Equal(before, Models.Embedded);
    }

    [Fact]
    public async Task A_model_that_is_away_for_a_while_is_no_refusal()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        Models.BeforeBatch = static _ => throw new FaultException(
            new Fault(FaultKind.Upstream, "models.upstream_failed", "The model is away."));

        var failure = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => IngestAsync(document));

        Assert.Equal("Chunks 1 to 3 of 10 could not be embedded: The model is away.", failure.Message);
        Assert.Equal("models.upstream_failed", (await RowAsync(document)).ErrorCode);
    }

    [Fact]
    public async Task A_cancelled_document_stays_cancelled_whatever_its_job_still_does()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        Models.BeforeBatch = async done =>
        {
            if (done == 3)
            {
                await Get<DocumentControl>().CancelAsync(Caller, kb.Id, document.Id, CancellationToken.None);
            }
        };

        var row = await IngestAsync(document);

        Assert.Equal(DocumentStatus.Cancelled, row.Status);
        Assert.Equal(row.JobId, Assert.Single(Jobs.Cancelled));
        Assert.Empty(await SearchAsync("exits", kb.Id));
    }

    [Fact]
    public async Task A_cancelled_document_can_be_tried_again()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        var service = Get<DocumentControl>();
        await service.CancelAsync(Caller, kb.Id, document.Id, CancellationToken.None);

        var queued = await service.RetryAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        var row = await IngestAsync(document);

        Assert.Equal(DocumentStatus.Waiting, queued.Status);
        Assert.Equal(DocumentStatus.Completed, row.Status);
        var again = await Assert.ThrowsAsync<FaultException>(
            () => service.RetryAsync(Caller, kb.Id, document.Id, CancellationToken.None));
        Assert.Equal("knowledge.document_state", again.Fault.Code);
    }

    [Fact]
    public async Task What_the_job_failed_with_stands_in_the_document()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "scan.pdf", PdfFile.With(""));
        var refusal = await Assert.ThrowsAsync<FaultException>(() => IngestAsync(document));
        var job = new TestJob((await RowAsync(document)).JobId!.Value, Caller.WorkspaceId, document.Id);

        await Get<IngestDocumentJob>().OnEndedAsync(job, JobState.Failed, refusal.Fault.Detail, CancellationToken.None);

        var row = await RowAsync(document);
        Assert.Equal(DocumentStatus.Error, row.Status);
        Assert.Equal((refusal.Fault.Detail, refusal.Fault.Code), (row.Error, row.ErrorCode));
    }

    [Fact]
    public async Task A_removed_document_ends_its_job_quietly()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        var (jobId, _) = Jobs.Jobs[^1];

        await Get<IngestDocumentJob>().ExecuteAsync(
            new TestJob(jobId, Caller.WorkspaceId, document.Id), CancellationToken.None);

        Assert.Empty(Directory.GetFiles(ObjectFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Chunks_know_their_page_and_their_place_in_the_text()
    {
        var kb = await GivenBaseAsync();
        var row = await IngestAsync(await UploadAsync(kb.Id, "a.pdf", PdfFile.With("First page.", "第二页 消防通道")));
        var chunks = await Get<ChunkStore>().AfterAsync(Caller.WorkspaceId, row.Id, ChunkFilter.None, 0, 10, CancellationToken.None);

        var range = await Get<ChunkStore>().RangeAsync(Caller.WorkspaceId, row.Id, chunks[1].Id, CancellationToken.None);
        var passage = await Get<DocumentTexts>().AroundAsync(row, range!.Value, CancellationToken.None);

        Assert.Equal(2, row.PageCount);
        Assert.Equal([1, 2], chunks.Select(chunk => chunk.Page!.Value));
        Assert.Equal(chunks[1].Content, passage!.Text.Substring(passage.Highlight.Start, passage.Highlight.Length));
        Assert.Equal(row.CharacterCount, passage.Total);
    }

    [Fact]
    public async Task An_economy_base_calls_no_model()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Cheap", Indexing = IndexingMethod.Economy });

        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");

        Assert.Equal(DocumentStatus.Completed, row.Status);
        Assert.Empty(Models.Embedded);
        Assert.Single(await SearchAsync("exits", kb.Id, SearchMethod.SemanticSearch));
    }

    [Fact]
    public async Task Other_chunking_takes_effect_when_a_document_is_tried_again()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        Models.BeforeBatch = static _ => throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => IngestAsync(document));
        Models.BeforeBatch = static _ => Task.CompletedTask;
        await Get<KnowledgeBaseService>().UpdateAsync(
            Caller,
            kb.Id,
            new UpdateKnowledgeBase { Chunking = new ChunkingSettings { Separator = "###" } },
            CancellationToken.None);

        var row = await IngestAsync(document);

        Assert.Equal(1, row.ChunkCount);
        Assert.Equal(1, await Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.chunk WHERE document_id = {row.Id}", CancellationToken.None));
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_splitting_leaves_no_chunk_twice()
    {
        var kb = await GivenBaseAsync();
        var text = string.Join("\n\n", Enumerable.Range(1, 1200).Select(number => $"Paragraph {number} about exits."));
        var document = await UploadAsync(kb.Id, "a.txt", Encoding.UTF8.GetBytes(text));
        await IngestAsync(document);
        await Database.ExecuteAsync(
            $"""
            UPDATE knowledge.document SET status = 'splitting', generation = 0, next_text_key = text_key,
                next_text_facts = text_facts, text_key = NULL, text_facts = NULL WHERE id = {document.Id}
            """,
            CancellationToken.None);
        await Database.ExecuteAsync(
            $"DELETE FROM knowledge.chunk WHERE document_id = {document.Id} AND position > 500", CancellationToken.None);

        var row = await IngestAsync(document);

        Assert.Equal((DocumentStatus.Completed, 1200), (row.Status, row.ChunkCount));
        Assert.Equal(text.Split("\n\n"), await ContentsAsync(document.Id));
    }

    [Fact]
    public async Task A_text_of_many_pieces_is_cut_as_if_it_were_one_and_late_chunks_are_found_in_it()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Long", Indexing = IndexingMethod.Economy });
        var paragraphs = Enumerable.Range(1, 40_000)
            .Select(number => number % 100 == 0 ? $"# Part {number}" : $"第{number}条 exits 😀 must be kept free, whatever happens.")
            .ToList();
        var text = string.Join("\n\n", paragraphs);

        var row = await GivenCompletedAsync(kb.Id, "long.md", text);

        var whole = GeneralChunker.Of(new ChunkingSettings()).Split(text).ConvertAll(cut => cut.In(text));
        Assert.True(text.Length > ExtractedPage.MaxLength, "The text is longer than one piece.");
        Assert.Equal(whole, await ContentsAsync(row.Id));
        var last = await Database.FirstOrDefaultAsync(
            $"SELECT id, heading FROM knowledge.chunk WHERE document_id = {row.Id} AND position = {row.ChunkCount - 1}",
            found => (Id: found.At<Guid>(0), Heading: found.At<string>(1)),
            CancellationToken.None);
        var range = await Get<ChunkStore>().RangeAsync(Caller.WorkspaceId, row.Id, last.Id, CancellationToken.None);
        var passage = await Get<DocumentTexts>().AroundAsync(row, range!.Value, CancellationToken.None);
        Assert.Equal(whole[^2], passage!.Text.Substring(passage.Highlight.Start, passage.Highlight.Length));
        Assert.Equal("Part 39900", last.Heading);
    }

    [Fact]
    public async Task The_time_that_is_left_follows_the_pace_so_far()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Long);
        Models.BeforeBatch = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(4));
            return Task.CompletedTask;
        };

        await IngestAsync(document);

        var told = Events.Events.Select(told => told.Data)
            .Where(data => data.GetProperty("fact").GetString() == "6/10 chunks").ToList();
        Assert.Equal(6, Assert.Single(told).GetProperty("seconds_left").GetInt64());
    }
}
