using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Sources;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Sources;

public sealed class BucketSourceTests(PostgresFixture postgres) : SourceRoom(postgres), IAsyncLifetime
{
    private readonly S3Server _server = new("manuals");

    protected override Dictionary<string, string?> Settings => new() { ["outbound:PrivateHosts:0"] = "127.0.0.1" };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await _server.StartAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _server.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Objects_are_brought_kept_up_to_date_and_removed_with_the_bucket()
    {
        Put("docs/a.txt", "a");
        Put("docs/站/b.md", "b");
        Put("docs/c.txt", "c");
        Put("docs/film.mp4", "film");
        Put("docs/folder/", "");
        Put("other/d.txt", "d");
        var (kb, source) = await GivenBucketAsync();

        Assert.Equal(new SyncCounts(3, 0, 0, 1, 0, 0), (await SyncAsync(source)).Counts);
        Put("docs/a.txt", "A new one");
        _server.Objects.TryRemove("docs/c.txt", out _);
        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 1, 1, 1, 1, 0), run.Counts);
        var documents = await DocumentsAsync(kb.Id);
        Assert.Equal([("a.txt", "docs", 2), ("b.md", "docs/站", 1)], documents.Select(row => (row.Name, row.Folder, row.Version)));
        Assert.Equal("A new one", await TextAsync(documents[0]));
        Assert.All(_server.Requests, headers => Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=key/", headers.Authorization.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_object_that_was_renamed_is_the_same_document()
    {
        Put("docs/a.txt", "a");
        Put("docs/b.txt", "b");
        var (kb, source) = await GivenBucketAsync();
        await SyncAsync(source);
        var before = (await DocumentsAsync(kb.Id))[0];
        _server.Objects.TryRemove("docs/a.txt", out _);
        Put("docs/new/z.txt", "a");

        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 1, 1, 0, 0, 0), run.Counts);
        var after = (await DocumentsAsync(kb.Id)).Single(row => row.Id == before.Id);
        Assert.Equal(("docs/new/z.txt", "z.txt", "docs/new"), (after.SourceKey, after.Name, after.Folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_bucket_that_vanishes_in_the_middle_ends_the_run_and_removes_nothing(int pages)
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            Put($"docs/{name}.txt", name);
        }

        var (kb, source) = await GivenBucketAsync();
        await SyncAsync(source);
        _server.ListPages = pages;

        var run = await SyncAsync(source);

        Assert.Equal((SyncState.Failed, "knowledge.bucket_unreadable"), (run.State, run.ErrorCode));
        Assert.Contains("NoSuchBucket", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, (await DocumentsAsync(kb.Id)).Count);
    }

    [Fact]
    public async Task When_most_is_gone_somebody_is_asked_first()
    {
        Put("docs/a.txt", "a");
        Put("docs/b.txt", "b");
        Put("docs/c.txt", "c");
        var (kb, source) = await GivenBucketAsync();
        await SyncAsync(source);
        _server.Objects.Clear();
        Put("docs/a.txt", "changed");

        var run = await SyncAsync(source);

        Assert.Equal((SyncState.NeedsConfirmation, 2, 1), (run.State, run.Counts.Gone, run.Counts.Changed));
        Assert.Equal(SourceState.NeedsConfirmation, (await ReadAsync(source)).State);
        Assert.Equal(3, (await DocumentsAsync(kb.Id)).Count);

        await Get<SourceService>().ConfirmAsync(Caller, kb.Id, source.Id, CancellationToken.None);
        _server.Objects.Clear();
        Assert.Equal((SyncState.NeedsConfirmation, 3), (await RunJobAsync(source) is var more ? (more.State, more.Counts.Gone) : default));

        await Get<SourceService>().ConfirmAsync(Caller, kb.Id, source.Id, CancellationToken.None);
        Assert.Equal(SyncState.Succeeded, (await RunJobAsync(source)).State);
        Assert.Empty(await DocumentsAsync(kb.Id));
        Assert.Equal("knowledge.nothing_to_confirm", (await RefusalAsync(
            () => Get<SourceService>().ConfirmAsync(Caller, kb.Id, source.Id, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task What_is_gone_is_switched_off_and_on_again_where_that_is_the_rule()
    {
        Put("docs/a.txt", "a");
        Put("docs/b.txt", "b");
        Put("docs/c.txt", "c");
        var (kb, source) = await GivenBucketAsync(GoneRule.Disable);
        await SyncAsync(source);
        _server.Objects.TryRemove("docs/a.txt", out _);

        Assert.Equal(1, (await SyncAsync(source)).Counts.Gone);
        Assert.Equal([false, true, true], (await DocumentsAsync(kb.Id)).Select(row => row.Enabled));
        Assert.Equal(0, (await SyncAsync(source)).Counts.Gone);

        Put("docs/a.txt", "a");
        await SyncAsync(source);
        Assert.All(await DocumentsAsync(kb.Id), row => Assert.True(row.Enabled));
    }

    [Fact]
    public async Task After_a_crash_the_run_goes_on_and_counts_once()
    {
        Put("docs/a.txt", "a");
        Put("docs/b.txt", "b");
        var (kb, source) = await GivenBucketAsync();
        await Get<SourceService>().SyncAsync(Caller, kb.Id, source.Id, CancellationToken.None);
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunJobAsync(source, killed.Token));

        await RunJobAsync(source);

        Assert.Equal(2, (await DocumentsAsync(kb.Id)).Count);
        Assert.Single((await Get<SourceService>().RunsAsync(Caller, kb.Id, source.Id, new(10, null), CancellationToken.None)).Data);
    }

    [Fact]
    public async Task The_secret_is_kept_encrypted_and_never_shown()
    {
        var (_, source) = await GivenBucketAsync();

        var row = await Database.ScalarAsync<string>($"SELECT source::text FROM knowledge.source WHERE id = {source.Id}", CancellationToken.None);

        Assert.DoesNotContain("hidden", row, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", System.Text.Json.JsonSerializer.Serialize(await ReadAsync(source)), StringComparison.Ordinal);
        Assert.True(source.HasSecret);
    }

    private void Put(string key, string text) => _server.Objects[key] = Encoding.UTF8.GetBytes(text);

    private Task<(KnowledgeBase Base, Source Source)> GivenBucketAsync(GoneRule gone = GoneRule.Remove)
        => GivenSourceAsync(
            SourceKind.S3,
            new SourceSettings
            {
                S3 = new S3Settings { Endpoint = _server.Address, Bucket = "manuals", Prefix = "docs/", AccessKey = "key" },
            },
            gone,
            secret: "hidden");
}
