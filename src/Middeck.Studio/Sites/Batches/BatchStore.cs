using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Batches;

/// <summary>The rows of batches as their owners see them.</summary>
internal sealed class BatchStore(Database database)
{
    private const int PreviewLength = 400;

    private static SqlText Columns => SqlText.Of($"""
        c.id, c.name, c.state, c.error, c.created_at, c.finished_at,
        (SELECT count(*)::integer FROM studio.batch_row r WHERE r.batch_id = c.id) AS total,
        (SELECT count(*)::integer FROM studio.batch_row r WHERE r.batch_id = c.id AND r.state = 'succeeded') AS succeeded,
        (SELECT count(*)::integer FROM studio.batch_row r WHERE r.batch_id = c.id AND r.state = 'failed') AS failed
        """);

    /// <summary>Writes the batch with its lines, unless the person has one that runs. False then.</summary>
    public Task<bool> InsertAsync(
        Guid id,
        Guid workspaceId,
        Guid appId,
        Person person,
        string name,
        IReadOnlyList<string> columns,
        IReadOnlyList<string[]> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // One after the other for a person, so that two uploads at once make one batch.
                await sql.ExecuteAsync(
                    $"SELECT pg_advisory_xact_lock(hashtextextended({$"{appId}{person.UserId}{person.EndUserId}"}, 0))",
                    cancellationToken);
                var isNew = await sql.ExecuteAsync(
                    $"""
                    INSERT INTO studio.batch (id, workspace_id, app_id, user_id, end_user_id, name, columns, state, created_at)
                    SELECT {id}, {workspaceId}, {appId}, {person.UserId}::uuid, {person.EndUserId}::uuid, {name},
                        {SqlText.Jsonb(JsonSerializer.Serialize(columns, Json.Snake))}, 'waiting', {now}
                    WHERE NOT EXISTS (
                        SELECT FROM studio.batch c WHERE c.app_id = {appId} AND {PersonSql.Owns(person)}
                            AND c.state IN ('waiting', 'running'))
                    """,
                    cancellationToken) > 0;
                if (isNew)
                {
                    string[] cells = [.. rows.Select(row => JsonSerializer.Serialize(row, Json.Snake))];
                    await sql.ExecuteAsync(
                        $"""
                        INSERT INTO studio.batch_row (batch_id, position, cells, state)
                        SELECT {id}, given.position, given.cells::jsonb, 'waiting'
                        FROM unnest({cells}) WITH ORDINALITY AS given (cells, position)
                        """,
                        cancellationToken);
                }

                return isNew;
            },
            cancellationToken);

    public Task SetJobAsync(Guid id, Guid jobId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"UPDATE studio.batch SET job_id = {jobId} WHERE id = {id}", cancellationToken);

    public Task<List<SiteBatch>> ListAsync(
        Guid workspaceId, Guid appId, Person person, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.batch c
            WHERE c.workspace_id = {workspaceId} AND c.app_id = {appId} AND {PersonSql.Owns(person)}
                AND {(page.After is { } after ? SqlText.Of($"c.id < {after}") : SqlText.Of($"true"))}
            ORDER BY c.id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);

    public Task<SiteBatch?> FindAsync(
        Guid workspaceId, Guid appId, Person person, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.batch c
            WHERE c.workspace_id = {workspaceId} AND c.app_id = {appId} AND c.id = {id} AND {PersonSql.Owns(person)}
            """,
            Read,
            cancellationToken);

    /// <summary>The names of a batch's columns and the job that works on it.</summary>
    public async Task<(IReadOnlyList<string> Columns, Guid? JobId)> HeadAsync(Guid id, CancellationToken cancellationToken)
        => (await database.QueryAsync(
            $"SELECT columns, job_id FROM studio.batch WHERE id = {id}",
            static row => (Columns: (IReadOnlyList<string>)row.Json<List<string>>("columns")!, JobId: row.Get<Guid?>("job_id")),
            cancellationToken)) is [var head] ? head : ([], null);

    /// <summary>All lines; with the beginning of their answers, or the whole.</summary>
    public Task<List<SiteBatchRow>> RowsAsync(Guid id, bool whole, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT position, cells, state, {(whole ? SqlText.Of($"answer") : SqlText.Of($"left(answer, {PreviewLength})"))} AS answer,
                error
            FROM studio.batch_row WHERE batch_id = {id} ORDER BY position
            """,
            static row => new SiteBatchRow(
                row.Get<int>("position"), row.Json<string[]>("cells")!, row.Word<BatchRowState>("state"),
                row.Get<string?>("answer"), row.Get<string?>("error")),
            cancellationToken);

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM studio.batch WHERE id = {id}", cancellationToken);

    /// <summary>Deletes some of the batches, of all workspaces, that are older.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.batch WHERE id IN (
                SELECT id FROM studio.batch
                WHERE created_at < {before} AND state NOT IN ('waiting', 'running') ORDER BY created_at LIMIT {batch})
            """,
            cancellationToken);

    private static SiteBatch Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Word<JobState>("state"),
        row.Get<int>("total"),
        row.Get<int>("succeeded"),
        row.Get<int>("failed"),
        row.Get<string?>("error"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("finished_at"));
}
