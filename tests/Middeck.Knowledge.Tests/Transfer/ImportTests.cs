using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.Tags;
using Middeck.Knowledge.Tests.Chunks;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Knowledge.Transfer;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Transfer;

public sealed class ImportTests(PostgresFixture postgres) : ChunkTest(postgres)
{
    protected override Dictionary<string, string?> Settings => new() { ["knowledge:MaxImportUnpackedBytes"] = "20000000" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_exported_comes_back_with_its_edits_tags_and_metadata(bool withFiles)
    {
        var document = await GivenThreeAsync();
        var chunks = await ChunksAsync(document);
        await EditAsync(document, chunks[0].Id, new EditChunk { Content = "A puppy 🐕 by hand.", Keywords = ["pet"], Answer = "Yes." });
        await EditAsync(document, chunks[1].Id, new EditChunk { Enabled = false });
        await Get<ChildService>().AddAsync(
            Caller, document.BaseId, document.Id, chunks[2].Id, new WriteChild { Content = "Thunder." }, CancellationToken.None);
        var field = await Get<MetadataService>().CreateAsync(
            Caller, document.BaseId, new CreateMetadataField { Name = "author" }, CancellationToken.None);
        await Get<DocumentMetadata>().WriteAsync(
            Caller,
            document.BaseId,
            document.Id,
            new WriteMetadata { Values = [new MetadataEntry { Id = field.Id, Value = JsonSerializer.SerializeToElement("Ada") }] },
            CancellationToken.None);
        var tag = await Get<TagService>().CreateAsync(Caller, new WriteTag { Name = "pets" }, CancellationToken.None);
        await Get<TagService>().AttachAsync(
            Caller, new BindTags { TagIds = [tag.Id], KnowledgeBaseIds = [document.BaseId] }, CancellationToken.None);

        var started = await ReceiveAsync(await ExportAsync(document.BaseId, withFiles), "Copy");
        await RunAsync(started);

        var copy = await Get<KnowledgeBaseService>().GetAsync(Caller, started.KnowledgeBaseId, CancellationToken.None);
        Assert.Equal(("Copy", "test/topics", 3L, "pets"), (copy.Name, copy.EmbeddingModel, copy.ChunkCount, Assert.Single(copy.Tags).Name));
        var imported = Assert.Single((await Get<DocumentService>().ListAsync(
            Caller, copy.Id, new DocumentFilter(), new PageRequest(10, null), CancellationToken.None)).Data);
        Assert.Equal(document.Name, imported.Name);
        var row = await RowAsync(imported);
        var kept = await ChunksAsync(row);
        Assert.Equal(["A puppy 🐕 by hand.", "A vehicle drives.", "A storm comes."], kept.Select(chunk => chunk.Content));
        Assert.Equal([true, false, false], kept.Select(chunk => chunk.Edited));
        Assert.Equal([true, false, true], kept.Select(chunk => chunk.Enabled));
        Assert.Equal(("pet", "Yes.", 1), (Assert.Single(kept[0].Keywords), kept[0].Answer, kept[2].ChildCount));
        Assert.Equal(
            "Ada",
            Assert.Single(await Get<DocumentMetadata>().ReadAsync(Caller, copy.Id, imported.Id, CancellationToken.None)).Value!.Value.GetString());

        // Found by words at once, and by meaning when its vectors are there.
        Assert.Single(await FoundAsync(row, "puppy", SearchMethod.FullTextSearch));
        Assert.All(kept, chunk => Assert.Equal(EmbeddingState.Pending, chunk.Embedding));
        var (jobId, request) = Jobs.Jobs[^1];
        Assert.Equal((EmbedChunksJob.Kind, imported.Id), (request.Kind, request.Subject));
        await Get<EmbedChunksJob>().ExecuteAsync(new TestJob(jobId, Caller.WorkspaceId, imported.Id), CancellationToken.None);
        Assert.Equal("A puppy 🐕 by hand.", (await FoundAsync(row, "dog", SearchMethod.SemanticSearch))[0]);

        var range = await Get<ChunkStore>().RangeAsync(Caller.WorkspaceId, row.Id, kept[1].Id, CancellationToken.None);
        var passage = await Get<DocumentTexts>().AroundAsync(row, range!.Value, CancellationToken.None);
        Assert.Equal("A vehicle drives.", passage!.Text.Substring(passage.Highlight.Start, passage.Highlight.Length));
    }

    [Fact]
    public async Task Without_the_original_the_text_takes_its_place()
    {
        var started = await ReceiveAsync(ArchiveFile.Of(documents: ArchiveFile.Document.Replace("a.txt", "plan.pdf", StringComparison.Ordinal)));
        await RunAsync(started);

        var imported = Assert.Single((await Get<DocumentService>().ListAsync(
            Caller, started.KnowledgeBaseId, new DocumentFilter(), new PageRequest(10, null), CancellationToken.None)).Data);
        Assert.Equal(("plan.pdf.txt", "text/plain"), (imported.Name, imported.MimeType));
    }

    [Fact]
    public async Task What_is_not_known_is_passed_over()
    {
        var started = await ReceiveAsync(ArchiveFile.Of(
            ArchiveFile.Base[..^1] + ",\"mood\":\"blue\"}",
            ArchiveFile.Document[..^1] + ",\"mood\":[1]}\r\n\r\n",
            ArchiveFile.Chunk[..^1] + ",\"mood\":{}}"));
        await RunAsync(started);

        Assert.Equal(1, (await Get<KnowledgeBaseService>().GetAsync(Caller, started.KnowledgeBaseId, CancellationToken.None)).ChunkCount);
    }

    [Theory]
    [InlineData("{}", null, null, "does not say that it is of the format")]
    [InlineData("""{"format":"middeck.knowledge","version":9,"name":"x"}""", null, null, "version 9")]
    [InlineData("""{"format":"middeck.knowledge","version":1,"name":" "}""", null, null, "has no name")]
    [InlineData("""{"format":"middeck.knowledge","version":1,"name":"x","chunking":{"mode":"magic"}}""", null, null, "chunking mode")]
    [InlineData("""{"format":"middeck.knowledge","version":1,"name":"x","chunking":{"max_length":1}}""", null, null, "base.json")]
    [InlineData("not json", null, null, "base.json is no such JSON")]
    [InlineData(null, "{\"id\":5}", null, "documents.jsonl, line 1")]
    [InlineData(null, "\n{\"name\":\"a.txt\"}", null, "documents.jsonl, line 2: the document has no id")]
    [InlineData(null, ArchiveFile.Document + "\n" + ArchiveFile.Document, null, "line 2: the document has no id, or that of another one")]
    [InlineData(null, null, ArchiveFile.Chunk + "\n{\"document_id\":\"01900000-0000-7000-8000-000000000009\",\"content\":\"x\"}", "chunks.jsonl, line 2")]
    [InlineData(null, null, "{\"document_id\":\"01900000-0000-7000-8000-000000000001\",\"content\":\" \"}", "chunks.jsonl, line 1: Write some text")]
    [InlineData(null, null, ArchiveFile.Chunk + "\nrubbish", "chunks.jsonl, line 2 is no such JSON")]
    public async Task Rubbish_is_refused_with_its_line_and_leaves_nothing(string? described, string? documents, string? chunks, string says)
    {
        var started = await ReceiveAsync(ArchiveFile.Of(
            described ?? ArchiveFile.Base, documents ?? ArchiveFile.Document, chunks ?? ArchiveFile.Chunk));

        var fault = await RefusalAsync(() => RunAsync(started));

        Assert.Equal("knowledge.import_invalid", fault.Code);
        Assert.Contains(says, fault.Detail, StringComparison.Ordinal);
        await Get<ImportBaseJob>().OnEndedAsync(JobOf(started), JobState.Failed, fault.Detail, CancellationToken.None);
        await AssertNothingAsync();
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_far_too_much_is_not_opened()
    {
        var bomb = await ReceiveAsync(ArchiveFile.Of(chunks: new string(' ', 15_000_000)));
        var large = await ReceiveAsync(ArchiveFile.Of(chunks: new string(' ', 30_000_000)));

        Assert.Contains("hostile", (await RefusalAsync(() => RunAsync(bomb))).Detail, StringComparison.Ordinal);
        Assert.Contains("hostile", (await RefusalAsync(() => RunAsync(large))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused_at_once_and_a_broken_one_by_the_job()
    {
        Assert.Equal("knowledge.import_no_zip", (await RefusalAsync(() => ReceiveAsync("hello"u8.ToArray()))).Code);

        var broken = await ReceiveAsync(ArchiveFile.Of()[..^30]);
        Assert.Contains("damaged", (await RefusalAsync(() => RunAsync(broken))).Detail, StringComparison.Ordinal);
        var partial = await ReceiveAsync(ArchiveFile.Zip(("base.json", ArchiveFile.Base)));
        Assert.Contains("documents.jsonl", (await RefusalAsync(() => RunAsync(partial))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_import_is_seen_by_nobody_and_begins_anew()
    {
        var second = ArchiveFile.Document.Replace("00001", "00002", StringComparison.Ordinal).Replace("a.txt", "b.txt", StringComparison.Ordinal);
        var started = await ReceiveAsync(ArchiveFile.Of(
            documents: ArchiveFile.Document + "\n" + second,
            chunks: ArchiveFile.Chunk + "\n" + ArchiveFile.Chunk.Replace("00001", "00002", StringComparison.Ordinal)));
        using var stop = new CancellationTokenSource();
        var job = JobOf(started) with { Reported = (_, fact) => { if (fact?.StartsWith("importing 1/", StringComparison.Ordinal) == true) { stop.Cancel(); } } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get<ImportBaseJob>().ExecuteAsync(job, stop.Token));
        Assert.Empty(await ListAsync());

        await RunAsync(started);
        await RunAsync(started);

        var copy = Assert.Single(await ListAsync());
        Assert.Equal((2L, 2L), (copy.DocumentCount, copy.ChunkCount));
    }

    [Fact]
    public async Task Two_imports_of_one_archive_at_once_make_two_whole_bases()
    {
        var document = await GivenThreeAsync();
        var archive = await ExportAsync(document.BaseId, withFiles: true);
        var first = await ReceiveAsync(archive, "First");
        var second = await ReceiveAsync(archive, "Second");

        await Task.WhenAll(RunAsync(first), RunAsync(second));

        foreach (var started in new[] { first, second })
        {
            var copy = await Get<KnowledgeBaseService>().GetAsync(Caller, started.KnowledgeBaseId, CancellationToken.None);
            Assert.Equal((1L, 3L), (copy.DocumentCount, copy.ChunkCount));
            var imported = Assert.Single((await Get<DocumentService>().ListAsync(
                Caller, copy.Id, new DocumentFilter(), new PageRequest(10, null), CancellationToken.None)).Data);
            Assert.True(File.Exists(Path.Combine(ObjectFolder, (await RowAsync(imported)).ObjectKey)));
        }
    }

    [Fact]
    public async Task The_first_of_two_imports_leaves_the_archive_to_the_second_even_when_it_fails()
    {
        var archive = ArchiveFile.Of();
        var first = await ReceiveAsync(archive);
        var second = await ReceiveAsync(archive);

        await Get<ImportBaseJob>().OnEndedAsync(JobOf(first), JobState.Cancelled, null, CancellationToken.None);
        await RunAsync(second);

        Assert.Equal(second.KnowledgeBaseId, Assert.Single(await ListAsync()).Id);
        Assert.Equal(
            0,
            await Database.ScalarAsync<long>(
                $"SELECT count(*) FROM knowledge.import_archive WHERE workspace_id = {Caller.WorkspaceId}", CancellationToken.None));
    }

    [Fact]
    public async Task An_archive_whose_import_never_ran_is_removed_after_a_week()
    {
        await ReceiveAsync(ArchiveFile.Of());

        await Get<ImportArchives>().RemoveExpiredAsync(CancellationToken.None);
        Assert.NotEmpty(ObjectFiles());

        Clock.Advance(TimeSpan.FromDays(8));
        await Get<ImportArchives>().RemoveExpiredAsync(CancellationToken.None);
        Assert.Empty(ObjectFiles());
    }

    private async Task<byte[]> ExportAsync(Guid baseId, bool withFiles)
    {
        using var bytes = new MemoryStream();
        var service = Get<ExportService>();
        await service.WriteAsync(
            await service.OpenAsync(Caller, baseId, CancellationToken.None), withFiles, bytes, CancellationToken.None);
        return bytes.ToArray();
    }

    private Task<ImportStarted> ReceiveAsync(byte[] archive, string? name = null)
        => Get<ImportIntake>().ReceiveAsync(Caller, MultipartRequest.Of("base.zip", archive), name, CancellationToken.None);

    private ReportingJob JobOf(ImportStarted started)
        => new(started.JobId, Caller.WorkspaceId, started.KnowledgeBaseId, Jobs.Jobs.First(job => job.Id == started.JobId).Request.PayloadJson);

    private Task RunAsync(ImportStarted started) => Get<ImportBaseJob>().ExecuteAsync(JobOf(started), CancellationToken.None);

    private async Task<IReadOnlyList<KnowledgeBase>> ListAsync()
        => (await Get<KnowledgeBaseService>().ListAsync(Caller, null, null, new PageRequest(10, null), CancellationToken.None)).Data;

    private async Task AssertNothingAsync()
    {
        Assert.Equal(0, await Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.base WHERE workspace_id = {Caller.WorkspaceId}", CancellationToken.None));
        Assert.Empty(ObjectFiles());
    }

    private IEnumerable<string> ObjectFiles()
        => Directory.EnumerateFiles(ObjectFolder, "*", SearchOption.AllDirectories)
            .Where(static file => !file.Contains(".drafts", StringComparison.Ordinal));

    private sealed record ReportingJob(Guid JobId, Guid WorkspaceId, Guid Subject, string PayloadJson) : IJobContext
    {
        public Action<double, string?> Reported { get; init; } = static (_, _) => { };

        public int Attempt => 1;

        public void Report(double progress, string? fact) => Reported(progress, fact);
    }
}
