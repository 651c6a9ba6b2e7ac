using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Sources;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Sources;

public sealed class FolderSourceTests(PostgresFixture postgres) : SourceRoom(postgres), IDisposable
{
    private readonly string _outside = Directory.CreateTempSubdirectory("middeck-outside-").FullName;
    private readonly string _allowed = Directory.CreateTempSubdirectory("middeck-allowed-").FullName;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["knowledge:SourceFolders:0"] = _allowed,
        ["knowledge:SourceFolders:1"] = $"{Guid.CreateVersion7()}:{_outside}",
        ["knowledge:MaxUploadBytes"] = "1000000",
    };

    public void Dispose()
    {
        Directory.Delete(_allowed, recursive: true);
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public async Task Files_are_brought_with_their_folders_and_kept_up_to_date()
    {
        Write("a.txt", "a");
        Write("站/深/b.md", "b");
        Write("c.txt", "c");
        Write("empty.txt", "");
        Write("photo.raw", "x");
        var (kb, source) = await GivenFolderAsync();

        Assert.Equal(new SyncCounts(3, 0, 0, 2, 0, 0), (await SyncAsync(source)).Counts);
        Write("a.txt", "another");
        File.Delete(Path.Combine(_allowed, "c.txt"));
        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 1, 1, 2, 1, 0), run.Counts);
        Assert.Equal(
            [("a.txt", "", 2), ("b.md", "站/深", 1)], (await DocumentsAsync(kb.Id)).Select(row => (row.Name, row.Folder, row.Version)));
    }

    [Fact]
    public async Task Links_that_leave_the_allowed_folder_are_refused_and_circles_end()
    {
        File.WriteAllText(Path.Combine(_outside, "secret.txt"), "secret");
        Write("in/a.txt", "a");
        File.CreateSymbolicLink(Path.Combine(_allowed, "in", "secret.txt"), Path.Combine(_outside, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_allowed, "in", "out"), _outside);
        Directory.CreateSymbolicLink(Path.Combine(_allowed, "in", "round"), Path.Combine(_allowed, "in"));
        var (kb, source) = await GivenFolderAsync("in");

        var run = await SyncAsync(source);

        Assert.Equal("a.txt", Assert.Single(await DocumentsAsync(kb.Id)).Name);
        Assert.Equal(["out", "secret.txt"], run.Failures.Select(failure => failure.Key));
        Assert.All(run.Failures, failure => Assert.Equal("knowledge.link_leaves_folder", failure.Code));
    }

    [Fact]
    public async Task Only_what_the_operator_has_allowed_can_be_named()
    {
        Directory.CreateSymbolicLink(Path.Combine(_allowed, "link"), _outside);
        foreach (var path in new[]
        {
            "/etc", _outside, _allowed + "x", Path.Combine(_allowed, "..", Path.GetFileName(_outside)), Path.Combine(_allowed, "link"), "/",
        })
        {
            var fault = await RefusalAsync(() => GivenSourceAsync(
                SourceKind.Folder, new SourceSettings { Folder = new FolderSettings { Path = path } }));
            Assert.Equal("knowledge.folder_not_allowed", fault.Code);
        }

        Assert.Equal("knowledge.folder_not_absolute", (await RefusalAsync(() => GivenSourceAsync(
            SourceKind.Folder, new SourceSettings { Folder = new FolderSettings { Path = "docs" } }))).Code);
    }

    [Fact]
    public async Task A_folder_that_is_empty_or_away_ends_the_run_and_removes_nothing()
    {
        Write("mount/a.txt", "a");
        var (kb, source) = await GivenFolderAsync("mount");
        await SyncAsync(source);

        File.Delete(Path.Combine(_allowed, "mount/a.txt"));
        var empty = await SyncAsync(source);
        Directory.Delete(Path.Combine(_allowed, "mount"));
        var away = await SyncAsync(source);

        Assert.Equal((SyncState.Failed, "knowledge.source_empty"), (empty.State, empty.ErrorCode));
        Assert.Equal((SyncState.Failed, "knowledge.folder_missing"), (away.State, away.ErrorCode));
        Assert.Single(await DocumentsAsync(kb.Id));
    }

    [Fact]
    public async Task One_bad_file_fails_alone_and_patterns_choose()
    {
        Write("a.pdf", "no pdf at all");
        Write("b.txt", "b");
        Write("big.txt", new string('x', 1_000_001));
        Write("drafts/c.txt", "c");
        var (kb, source) = await GivenSourceAsync(
            SourceKind.Folder, new SourceSettings { Folder = new FolderSettings { Path = _allowed, Exclude = ["drafts/*"] } });

        var run = await SyncAsync(source);

        Assert.Equal(["knowledge.unsupported_type", "knowledge.file_too_large"], run.Failures.Select(failure => failure.Code));
        Assert.Equal("b.txt", Assert.Single(await DocumentsAsync(kb.Id)).Name);
        Assert.Equal(2, run.Counts.Failed);
    }

    [Fact]
    public async Task A_document_of_a_source_is_changed_there_and_not_by_hand()
    {
        Write("a.txt", "a");
        var (kb, source) = await GivenFolderAsync();
        await SyncAsync(source);
        var document = Assert.Single(await DocumentsAsync(kb.Id));

        var refused = await RefusalAsync(() => Get<Knowledge.Documents.DocumentUploads>().ReplaceAsync(
            Caller, kb.Id, document.Id, MultipartRequest.Of("a.txt", "b"u8.ToArray()), CancellationToken.None));
        var beside = await UploadAsync(kb.Id, "a.txt", "b"u8.ToArray());

        Assert.Equal("knowledge.document_of_source", refused.Code);
        Assert.NotEqual(document.Id, beside.Id);
    }

    [Fact]
    public async Task Runs_are_asked_for_by_schedule_one_at_a_time()
    {
        Write("a.txt", "a");
        var kb = await GivenBaseAsync();
        Assert.Equal("knowledge.invalid_schedule", (await RefusalAsync(() => GivenFolderAsync(schedule: "14m"))).Code);
        var (_, source) = await GivenFolderAsync(schedule: "15m");

        await Get<SourceQueue>().SweepAsync(CancellationToken.None);
        await Get<SourceQueue>().SweepAsync(CancellationToken.None);
        Assert.Equal("knowledge.source_busy", (await RefusalAsync(() => SyncAsync(source))).Code);
        Assert.Equal((SyncTrigger.Schedule, SyncState.Succeeded), (await RunJobAsync(source) is var first ? (first.Trigger, first.State) : default));

        await Get<SourceQueue>().SweepAsync(CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(16));
        await Get<SourceQueue>().SweepAsync(CancellationToken.None);

        Assert.Equal(2, Jobs.Jobs.Count(job => job.Request.Subject == source.Id));
        Assert.Equal(SourceState.Queued, (await ReadAsync(source)).State);
        await Get<SourceService>().CancelAsync(Caller, source.KnowledgeBaseId, source.Id, CancellationToken.None);
        Assert.Equal(SourceState.Idle, (await ReadAsync(source)).State);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_source_is_removed_with_its_documents_or_leaves_them_to_the_base(bool withDocuments, int left)
    {
        Write("a.txt", "a");
        var (kb, source) = await GivenFolderAsync();
        await SyncAsync(source);

        await Get<SourceService>().DeleteAsync(Caller, kb.Id, source.Id, withDocuments, CancellationToken.None);
        if (withDocuments)
        {
            var (jobId, request) = Jobs.Jobs[^1];
            await Get<RemoveSourceJob>().ExecuteAsync(
                new Fakes.TestJob(jobId, request.WorkspaceId, source.Id), CancellationToken.None);
        }

        Assert.Equal(left, (await DocumentsAsync(kb.Id)).Count);
        Assert.Equal("knowledge.source_not_found", (await RefusalAsync(() => ReadAsync(source))).Code);
    }

    [Fact]
    public async Task Another_workspace_has_none_of_it()
    {
        var (kb, source) = await GivenFolderAsync();
        var stranger = Caller with { WorkspaceId = Guid.CreateVersion7() };

        Assert.Equal("knowledge.not_found", (await RefusalAsync(
            () => Get<SourceService>().GetAsync(stranger, kb.Id, source.Id, CancellationToken.None))).Code);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_allowed, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private Task<(KnowledgeBase Base, Source Source)> GivenFolderAsync(string below = "", string schedule = "none")
        => GivenSourceAsync(
            SourceKind.Folder,
            new SourceSettings { Folder = new FolderSettings { Path = Path.Combine(_allowed, below) } },
            schedule: schedule);
}
