using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Evaluation;

/// <summary>The rows of test cases.</summary>
internal sealed class TestCaseStore(Database database)
{
    public Task InsertAsync(Guid workspaceId, Guid baseId, TestCase row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.test_case (id, workspace_id, base_id, query, expected, created_by, created_at, updated_at)
            VALUES ({row.Id}, {workspaceId}, {baseId}, {row.Query}, {Json(row.Expected)}, {row.CreatedBy}, {row.CreatedAt},
                    {row.UpdatedAt})
            """,
            cancellationToken);

    /// <summary>Null when the base has no such case.</summary>
    public Task<TestCase?> UpdateAsync(
        Guid workspaceId, Guid baseId, Guid id, SaveTestCase to, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.test_case SET query = {to.Query.Trim()}, expected = {Json(to.Expected)}, updated_at = {now}
            WHERE id = {id} AND base_id = {baseId} AND workspace_id = {workspaceId}
            RETURNING {Columns}
            """,
            From,
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid baseId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM knowledge.test_case WHERE id = {id} AND base_id = {baseId} AND workspace_id = {workspaceId}",
            cancellationToken) == 1;

    public async Task<int> CountAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => (int)await database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.test_case WHERE base_id = {baseId} AND workspace_id = {workspaceId}", cancellationToken);

    /// <summary>A page of the cases, newest first.</summary>
    public async Task<Page<TestCase>> PageAsync(
        Guid workspaceId, Guid baseId, string? text, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {Columns} FROM knowledge.test_case
            WHERE base_id = {baseId} AND workspace_id = {workspaceId}
              AND ({text}::text IS NULL OR strpos(lower(query), lower({text}::text)) > 0)
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    private static SqlText Columns => SqlText.Of($"id, query, expected, created_by, created_at, updated_at");

    private static Npgsql.NpgsqlParameter Json(IReadOnlyList<ExpectedPassage> expected)
        => SqlText.Jsonb(JsonSerializer.Serialize(expected, Core.Json.Snake));

    private static TestCase From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("query"),
        row.Json<List<ExpectedPassage>>("expected")!,
        row.Get<Guid?>("created_by"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
