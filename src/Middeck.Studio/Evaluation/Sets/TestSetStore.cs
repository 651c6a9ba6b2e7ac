using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Evaluation.Judges;

namespace Middeck.Studio.Evaluation.Sets;

/// <summary>The rows of test sets.</summary>
internal sealed class TestSetStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        s.id, s.name, s.description, s.judges, s.cases_changed_at, s.created_at, s.updated_at,
        (SELECT count(*)::int FROM studio.test_case c WHERE c.set_id = s.id) AS case_count
        """);

    public Task<List<TestSet>> ListAsync(
        Guid workspaceId, Guid appId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.test_set s
            WHERE s.workspace_id = {workspaceId} AND s.app_id = {appId}
                AND ({page.After}::uuid IS NULL OR s.id < {page.After}::uuid)
            ORDER BY s.id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    public Task<long> CountAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.test_set WHERE workspace_id = {workspaceId} AND app_id = {appId}", cancellationToken);

    public Task<TestSet?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.test_set s
            WHERE s.workspace_id = {workspaceId} AND s.app_id = {appId} AND s.id = {id}
            """,
            Read,
            cancellationToken);

    public Task InsertAsync(
        Guid workspaceId,
        Guid appId,
        Guid id,
        SaveTestSet request,
        Guid? by,
        DateTimeOffset now,
        CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.test_set
                (id, workspace_id, app_id, name, description, judges, cases_changed_at, created_by, created_at, updated_at)
            VALUES ({id}, {workspaceId}, {appId}, {request.Name}, {request.Description}, {Jsonb(request.Judges)}, {now},
                {by}::uuid, {now}, {now})
            """,
            cancellationToken);

    public async Task<bool> UpdateAsync(
        Guid workspaceId, Guid appId, Guid id, SaveTestSet request, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.test_set SET name = {request.Name}, description = {request.Description},
                judges = {Jsonb(request.Judges)}, updated_at = {now}
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id}
            """,
            cancellationToken) > 0;

    public Task DeleteAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.test_set WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id}",
            cancellationToken);

    private static Npgsql.NpgsqlParameter Jsonb(JudgeSettings judges)
        => SqlText.Jsonb(JsonSerializer.Serialize(judges, Json.Snake));

    private static TestSet Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Json<JudgeSettings>("judges")!,
        row.Get<int>("case_count"),
        row.Get<DateTimeOffset>("cases_changed_at"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
