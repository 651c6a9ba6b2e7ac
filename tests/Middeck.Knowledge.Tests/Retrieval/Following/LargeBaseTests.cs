using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Retrieval.Following;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval.Following;

public sealed class LargeBaseTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    protected override Dictionary<string, string?> Settings => new() { ["search:MemoryBytes"] = "16777216" };

    [Fact]
    public async Task A_base_that_outgrows_the_memory_is_searched_by_words_in_the_database()
    {
        var (kb, _) = await GivenLargeAsync();

        var result = await FindAsync("marker 4711", kb);

        Assert.StartsWith("text 4711 ", result.Hits[0].Content, StringComparison.Ordinal);
        Assert.Equal(SearchIn.Database, result.Explanation.Bases[0].SearchIn);
        Assert.Contains(result.Explanation.Notes, note => note.Contains("search.memory_bytes", StringComparison.Ordinal));
        Assert.Equal(
            SearchIn.Database,
            (await Get<KnowledgeBaseService>().GetAsync(Caller, kb, CancellationToken.None)).SearchIn);
        Assert.Contains(Jobs.Jobs, job => job.Request.Kind == FollowBaseJob.Kind && job.Request.Subject == kb);
    }

    [Fact]
    public async Task Changes_are_found_and_removals_are_not()
    {
        var (kb, row) = await GivenLargeAsync();
        await FindAsync("marker", kb);

        await GivenCompletedAsync(kb, "new.txt", "Extinguishers hang low.");
        Assert.Equal("Extinguishers hang low.", (await FindAsync("extinguishers", kb)).Hits[0].Content);

        await Get<DocumentService>().DeleteAsync(Caller, kb, row.Id, CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty((await FindAsync("marker 4711", kb)).Hits);
    }

    [Fact]
    public async Task Rare_words_lead_and_chosen_documents_are_the_only_ones()
    {
        var (kb, row) = await GivenLargeAsync();
        await FindAsync("marker", kb);
        var other = await GivenCompletedAsync(kb, "new.txt", "A marker of its own.");

        Assert.StartsWith("text 4711 ", (await FindAsync("text marker 4711", kb)).Hits[0].Content, StringComparison.Ordinal);
        Assert.Equal(
            other.Id,
            Assert.Single((await FindAsync("marker", kb, request => request with { DocumentIds = [other.Id] })).Hits).DocumentId);
        Assert.NotEqual(row.Id, other.Id);
    }

    [Fact]
    public async Task A_base_that_shrinks_is_searched_in_memory_again()
    {
        var (kb, row) = await GivenLargeAsync();
        await GivenCompletedAsync(kb, "small.txt", "Exits must be kept free.");
        await FindAsync("exits", kb);
        await Get<DocumentService>().DeleteAsync(Caller, kb, row.Id, CancellationToken.None);

        await Get<FollowBaseJob>().ExecuteAsync(
            new TestJob(Guid.CreateVersion7(), Caller.WorkspaceId, kb), CancellationToken.None);

        Assert.Equal(SearchIn.Memory, (await FindAsync("exits", kb)).Explanation.Bases[0].SearchIn);
        Assert.Equal(0, await Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.word_entry WHERE base_id = {kb}", CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_writes_to_an_index_keeps_others_away_until_the_lease_ends()
    {
        var kb = await GivenBaseAsync();
        var state = Get<FollowerState>();
        await state.AddAsync(kb.Id, "test", null, CancellationToken.None);

        var first = await state.TryTakeAsync(kb.Id, "test", CancellationToken.None);
        Assert.Null(await state.TryTakeAsync(kb.Id, "test", CancellationToken.None));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await state.TryTakeAsync(kb.Id, "test", CancellationToken.None));

        Assert.False(await state.AdvanceAsync(first!, 5, CancellationToken.None));
    }

    [Fact]
    public async Task The_sweep_asks_for_a_job_for_what_is_behind()
    {
        var (kb, _) = await GivenLargeAsync();
        await FindAsync("marker", kb);
        Jobs.Jobs.Clear();
        await Get<FollowerSweep>().RunAsync(CancellationToken.None);
        Assert.Empty(Jobs.Jobs);

        var row = await GivenCompletedAsync(kb, "new.txt", "New.");
        Jobs.Jobs.Clear();
        await Get<FollowerSweep>().RunAsync(CancellationToken.None);

        Assert.Equal((kb, row.BaseId), (Assert.Single(Jobs.Jobs).Request.Subject, kb));
    }

    private async Task<(Guid Base, DocumentRow Document)> GivenLargeAsync()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "large.txt", "Exits must be kept free.");
        await Database.ExecuteAsync(
            $"""
            WITH added AS (
                INSERT INTO knowledge.chunk (id, workspace_id, base_id, document_id, position, content, start_offset,
                                             word_count)
                SELECT gen_random_uuid(), {row.WorkspaceId}, {row.BaseId}, {row.Id}, number, 'text ' || number || ' marker', 0, 9
                FROM generate_series(10, 8000) AS number
                RETURNING id)
            INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
            SELECT id, 'big@1', {row.BaseId}, {row.Id}, decode(repeat('0000803f', 1024), 'hex') FROM added
            """,
            CancellationToken.None);
        await TouchAsync(row);
        return (kb.Id, row);
    }
}
