using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

public sealed class CollectionCacheTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    protected override Dictionary<string, string?> Settings => new() { ["search:MemoryBytes"] = "16777216" };

    [Fact]
    public async Task A_base_that_does_not_fit_is_refused_with_the_setting_that_helps()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        await Database.ExecuteAsync(
            $"""
            WITH added AS (
                INSERT INTO knowledge.chunk (id, workspace_id, base_id, document_id, position, content, start_offset,
                                             word_count)
                SELECT gen_random_uuid(), {row.WorkspaceId}, {row.BaseId}, {row.Id}, number, 'text ' || number, 0, 9
                FROM generate_series(10, 8000) AS number
                RETURNING id)
            INSERT INTO knowledge.embedding (item_id, key, base_id, document_id, vector)
            SELECT id, 'big@1', {row.BaseId}, {row.Id}, decode(repeat('0000803f', 1024), 'hex') FROM added
            """,
            CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => SearchAsync("exits", kb.Id));

        Assert.Equal("knowledge.collection_too_large", refusal.Fault.Code);
        Assert.Contains("search.memory_bytes", refusal.Fault.Detail, StringComparison.Ordinal);
    }
}
