using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Sources;

/// <summary>The rows of sources, as people read and change them. What runs write is in <see cref="SourceRunStore"/>.</summary>
internal sealed class SourceStore(Database database, TimeProvider clock)
{
    /// <summary>Adds the row unless the base has <paramref name="limit"/> already. False then.</summary>
    public async Task<bool> InsertAsync(SourceRow row, int limit, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.source (id, workspace_id, base_id, kind, name, settings, secret, schedule, gone, state,
                                          next_run_at, created_by, created_at, updated_at)
            SELECT {row.Id}, {row.WorkspaceId}, {row.BaseId}, {row.Kind}, {row.Name}, {Json(row.Settings)}, {row.Secret},
                   {row.Schedule}, {row.Gone}, {row.State}, {row.NextRunAt}, {row.CreatedBy}, {row.CreatedAt}, {row.UpdatedAt}
            WHERE (SELECT count(*) FROM knowledge.source WHERE base_id = {row.BaseId}) < {limit}
            """,
            cancellationToken) == 1;

    public Task<SourceRow?> FindAsync(Guid workspaceId, Guid baseId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {SourceRow.Columns} FROM knowledge.source
            WHERE id = {id} AND base_id = {baseId} AND workspace_id = {workspaceId} AND state <> {SourceState.Removing}
            """,
            SourceRow.From,
            cancellationToken);

    public async Task<Page<SourceRow>> PageAsync(
        Guid workspaceId, Guid baseId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {SourceRow.Columns} FROM knowledge.source
            WHERE base_id = {baseId} AND workspace_id = {workspaceId} AND state <> {SourceState.Removing}
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            SourceRow.From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    /// <summary>Changes what people may change. Null when it is gone.</summary>
    public Task<SourceRow?> UpdateAsync(SourceRow row, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.source
            SET name = {row.Name}, settings = {Json(row.Settings)}, secret = {row.Secret}, schedule = {row.Schedule},
                gone = {row.Gone}, next_run_at = {row.NextRunAt}, updated_at = {clock.GetUtcNow()}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId} AND state <> {SourceState.Removing}
            RETURNING {SourceRow.Columns}
            """,
            SourceRow.From,
            cancellationToken);

    /// <summary>Removes the row and leaves its documents to the base.</summary>
    public Task DetachAsync(SourceRow row, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.document SET source_id = NULL
                    WHERE source_id = {row.Id} AND base_id = {row.BaseId}
                    """,
                    cancellationToken);
                await sql.ExecuteAsync($"DELETE FROM knowledge.source WHERE id = {row.Id}", cancellationToken);
            },
            cancellationToken);

    private static NpgsqlParameter Json(SourceSettings value)
        => SqlText.Jsonb(JsonSerializer.Serialize(value, Core.Json.Snake));
}
