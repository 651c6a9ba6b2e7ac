using Middeck.Core.Paging;
using Middeck.Knowledge.History;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.History;

public sealed class QueryHistoryTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task What_was_asked_is_kept_with_what_it_found()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "exits.txt", "Exits are kept free of furniture.");

        await SearchAsync("furniture", kb.Id, SearchMethod.FullTextSearch);
        await SearchAsync("zebra", kb.Id, SearchMethod.FullTextSearch);
        await Get<QueryLog>().WriteAsync(CancellationToken.None);

        var page = await PageAsync(kb.Id);
        Assert.Equal(["zebra", "furniture"], page.Select(query => query.Content));
        Assert.Equal([0, 1], page.Select(query => query.HitCount));
        Assert.Equal((QueryOrigin.HitTesting, SearchMethod.FullTextSearch, Caller.UserId), (
            page[1].Origin, page[1].Settings.Method, page[1].AskedBy));
        Assert.Equal("zebra", Assert.Single(await PageAsync(kb.Id, unanswered: true)).Content);
    }

    [Fact]
    public async Task The_numbers_of_a_base_count_queries_and_those_without_an_answer()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "exits.txt", "Exits are kept free of furniture.");
        await SearchAsync("furniture", kb.Id, SearchMethod.FullTextSearch);
        Clock.Advance(TimeSpan.FromDays(2));
        await SearchAsync("zebra", kb.Id, SearchMethod.FullTextSearch);
        await Get<QueryLog>().WriteAsync(CancellationToken.None);

        var numbers = await NumbersAsync(kb.Id, days: 7);
        var lastDay = await NumbersAsync(kb.Id, days: 1);

        Assert.Equal((2L, 1L, 1L), (numbers.Queries, numbers.Hits, numbers.Unanswered));
        Assert.Equal((1L, 1L), (lastDay.Queries, lastDay.Unanswered));
        Assert.Equal(2, (await Get<QueryStore>().DaysAsync(
            Caller.WorkspaceId, kb.Id, Clock.GetUtcNow().AddDays(-7), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_base_that_is_removed_before_its_queries_are_written_leaves_the_others_theirs()
    {
        var gone = await GivenBaseAsync();
        var kept = await GivenBaseAsync();
        await SearchAsync("exits", [gone.Id, kept.Id]);
        await Database.ExecuteAsync($"DELETE FROM knowledge.base WHERE id = {gone.Id}", CancellationToken.None);

        await Get<QueryLog>().WriteAsync(CancellationToken.None);

        Assert.Single(await PageAsync(kept.Id));
    }

    [Fact]
    public async Task Old_queries_are_trimmed_in_batches()
    {
        var kb = await GivenBaseAsync();
        await SearchAsync("one", kb.Id);
        await SearchAsync("two", kb.Id);
        await Get<QueryLog>().WriteAsync(CancellationToken.None);
        var queries = Get<QueryStore>();

        Assert.Equal(1, await queries.TrimAsync(Clock.GetUtcNow().AddDays(1), 1, CancellationToken.None));
        Assert.Equal(0, await queries.TrimAsync(Clock.GetUtcNow().AddDays(-1), 1, CancellationToken.None));
        Assert.Single(await PageAsync(kb.Id));
    }

    private async Task<IReadOnlyList<AskedQuery>> PageAsync(Guid baseId, bool unanswered = false)
        => (await Get<QueryStore>().PageAsync(
            Caller.WorkspaceId, baseId, null, unanswered, PageRequest.Parse(null, null), CancellationToken.None)).Data;

    private async Task<QueryNumbers> NumbersAsync(Guid baseId, int days)
        => (await Get<QueryStore>().NumbersAsync(
            Caller.WorkspaceId, [baseId], Clock.GetUtcNow().AddDays(-days), CancellationToken.None))[baseId];
}
