using System.Text;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class DocumentControlTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        string.Join("\n\n", Enumerable.Range(1, 9).Select(number => $"Paragraph {number} about exits.")));

    protected override Dictionary<string, string?> Settings => new() { ["knowledge:EmbeddingBatch"] = "3" };

    private DocumentControl Control => Get<DocumentControl>();

    [Fact]
    public async Task A_paused_document_goes_on_where_it_was()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        Models.BeforeBatch = async done =>
        {
            if (done == 6)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                await Control.PauseAsync(Caller, kb.Id, document.Id, CancellationToken.None);
            }
        };
        var paused = await IngestAsync(document);
        Models.BeforeBatch = static _ => Task.CompletedTask;

        var resumed = await Control.ResumeAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        var row = await IngestAsync(document);

        Assert.Equal(DocumentStatus.Paused, paused.Status);
        Assert.Contains(paused.JobId!.Value, Jobs.Cancelled);
        Assert.Equal(DocumentStatus.Waiting, resumed.Status);
        Assert.Equal(DocumentStatus.Completed, row.Status);
        Assert.Equal(Models.Embedded.Distinct(), Models.Embedded);
    }

    [Fact]
    public async Task The_end_of_its_cancelled_job_leaves_a_paused_document_paused()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        await Control.PauseAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        var (jobId, request) = Jobs.Jobs.Last(job => job.Request.Subject == document.Id);

        await Get<IngestDocumentJob>().OnEndedAsync(
            new TestJob(jobId, request.WorkspaceId, document.Id), JobState.Cancelled, null, CancellationToken.None);

        Assert.Equal(DocumentStatus.Paused, (await RowAsync(document)).Status);
        var cancelled = await Control.CancelAsync(Caller, kb.Id, document.Id, CancellationToken.None);
        Assert.Equal(DocumentStatus.Cancelled, cancelled.Status);
    }

    [Fact]
    public async Task The_job_of_a_paused_document_does_not_take_it_up()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        await Control.PauseAsync(Caller, kb.Id, document.Id, CancellationToken.None);

        var row = await IngestAsync(document);

        Assert.Equal(DocumentStatus.Paused, row.Status);
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => Control.RetryAsync(Caller, kb.Id, document.Id, CancellationToken.None));
        Assert.Equal("knowledge.document_state", refusal.Fault.Code);
    }

    [Fact]
    public async Task A_document_that_is_cut_anew_is_found_by_its_old_chunks_until_the_new_ones_are_there()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        await IngestAsync(document);
        var reading = Events.Events.Count(told => told.Data.GetProperty("status").GetString() == "parsing");

        var rechunked = await Control.RechunkAsync(
            Caller,
            kb.Id,
            document.Id,
            new RechunkDocument { Chunking = new ChunkingSettings { Separator = "", MaxLength = 100, Overlap = 0 } },
            CancellationToken.None);
        Models.BeforeBatch = static _ => throw new InvalidOperationException("killed");
        await Assert.ThrowsAsync<InvalidOperationException>(() => IngestAsync(document));
        Models.BeforeBatch = static _ => Task.CompletedTask;
        var meanwhile = await SearchAsync("paragraph 7", kb.Id);
        var row = await IngestAsync(document);

        Assert.True(rechunked.Document.Findable, "What was found stays found.");
        Assert.Equal("Paragraph 7 about exits.", meanwhile[0].Content);
        Assert.Equal((2, 3), (row.Generation, row.ChunkCount));
        Assert.Equal(3, (await ContentsAsync(row.Id)).Count);
        Assert.Equal(3, await CountAsync($"SELECT count(*) FROM knowledge.embedding WHERE document_id = {row.Id}"));
        Assert.Contains("Paragraph 7", (await SearchAsync("paragraph 7", kb.Id))[0].Content, StringComparison.Ordinal);
        Assert.Equal(reading, Events.Events.Count(told => told.Data.GetProperty("status").GetString() == "parsing"));
    }

    [Fact]
    public async Task Cutting_anew_says_how_much_was_written_by_hand()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        await IngestAsync(document);
        await Database.ExecuteAsync(
            $"UPDATE knowledge.chunk SET edited = true WHERE document_id = {document.Id} AND position < 3", CancellationToken.None);

        var whole = await Get<BaseControl>().RechunkAsync(
            Caller, kb.Id, new RechunkBase { Chunking = new ChunkingSettings { Mode = "heading" } }, CancellationToken.None);
        Assert.Equal((document.Id, "waiting"), Told().Last());
        await RunAsync<QueueDocumentsJob>(QueueDocumentsJob.Kind);
        var row = await IngestAsync(document);

        Assert.Equal((1, 2), (whole.Documents, whole.EditedChunksLost));
        Assert.Equal("heading", row.ChunkedWith!.Mode);
    }

    [Fact]
    public async Task A_whole_base_is_held_back_and_goes_on()
    {
        var kb = await GivenBaseAsync();
        var first = await UploadAsync(kb.Id, "a.txt", Text);
        var second = await UploadAsync(kb.Id, "b.txt", Encoding.UTF8.GetBytes("Stairs."));

        var paused = await Get<BaseControl>().PauseAsync(Caller, kb.Id, CancellationToken.None);
        Assert.Equal(DocumentStatus.Paused, (await IngestAsync(first)).Status);
        Assert.Equal([(second.Id, "paused"), (first.Id, "paused")], Told().TakeLast(2));
        var resumed = await Get<BaseControl>().ResumeAsync(Caller, kb.Id, CancellationToken.None);
        await RunAsync<QueueDocumentsJob>(QueueDocumentsJob.Kind);

        Assert.Equal((2, 2), (paused.Documents, resumed.Documents));
        Assert.Equal([(second.Id, "waiting"), (first.Id, "waiting")], Told().TakeLast(2));
        Assert.Equal(DocumentStatus.Completed, (await IngestAsync(first)).Status);
        Assert.Equal(DocumentStatus.Completed, (await IngestAsync(second)).Status);
    }

    [Theory]
    [InlineData(null, "Waiting")]
    [InlineData(JobState.Succeeded, "Waiting")]
    [InlineData(JobState.Failed, "Error")]
    [InlineData(JobState.Cancelled, "Cancelled")]
    [InlineData(JobState.Running, "Indexing")]
    public async Task A_document_whose_job_has_ended_is_put_right(JobState? state, string expected)
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        var before = await RowAsync(document);
        await Database.ExecuteAsync(
            $"UPDATE knowledge.document SET status = 'indexing' WHERE id = {document.Id}", CancellationToken.None);
        if (state is { } known)
        {
            Jobs.States[before.JobId!.Value] = known;
        }

        await Get<DocumentSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(DocumentStatus.Indexing, (await RowAsync(document)).Status);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Get<DocumentSweep>().RunAsync(CancellationToken.None);

        var row = await RowAsync(document);
        Assert.Equal(expected, row.Status.ToString());
        Assert.Equal(expected == "Waiting", row.JobId != before.JobId);
        Assert.Equal(expected is "Error" or "Cancelled" ? "knowledge.processing_failed" : null, row.ErrorCode);
    }

    [Fact]
    public async Task An_attempt_that_slept_while_another_took_the_document_up_writes_nothing()
    {
        var kb = await GivenBaseAsync();
        var document = await UploadAsync(kb.Id, "a.txt", Text);
        var overtaken = false;
        Models.BeforeBatch = async _ =>
        {
            if (!overtaken)
            {
                overtaken = true;
                await IngestAsync(document);
            }
        };

        var row = await IngestAsync(document);

        Assert.Equal((DocumentStatus.Completed, 1, 9), (row.Status, row.Generation, row.ChunkCount));
        Assert.Equal(9, (await ContentsAsync(row.Id)).Count);
    }

    // What open pages heard of documents.
    private IEnumerable<(Guid Id, string? Status)> Told()
        => Events.Events.Where(static told => told.Type == "document.changed")
            .Select(static told => (told.Data.GetProperty("id").GetGuid(), told.Data.GetProperty("status").GetString()));

    private Task<long> CountAsync(SqlText query) => Database.ScalarAsync<long>(query, CancellationToken.None)!;
}
