using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Workspaces;

internal sealed class WorkspaceStore(Database database)
{
    /// <summary>The name of a workspace that is not deleted; null when there is none.</summary>
    public Task<string?> NameAsync(Guid id, CancellationToken cancellationToken)
        => database.ScalarAsync<string>(
            $"SELECT name FROM identity.workspace WHERE id = {id} AND deleted_at IS NULL", cancellationToken);

    public async Task<bool> IsMemberAsync(Guid id, Guid userId, CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"""
            SELECT true FROM identity.member m
            JOIN identity.workspace w ON w.id = m.workspace_id AND w.deleted_at IS NULL
            WHERE m.workspace_id = {id} AND m.user_id = {userId}
            """,
            cancellationToken);

    /// <summary>The workspaces of a person, newest first.</summary>
    public async Task<Page<Workspace>> ListAsync(Guid userId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            {Columns(userId)}
            WHERE m.user_id IS NOT NULL AND w.deleted_at IS NULL AND ({page.After}::uuid IS NULL OR w.id < {page.After}::uuid)
            ORDER BY w.id DESC
            LIMIT {page.Fetch}
            """,
            Map,
            cancellationToken);
        return page.ToPage(rows, workspace => workspace.Id);
    }

    /// <summary>A workspace that the caller was let into, with the role of the person.</summary>
    public Task<Workspace?> FindAsync(Guid id, Guid? userId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"{Columns(userId)} WHERE w.id = {id} AND w.deleted_at IS NULL", Map!, cancellationToken);

    public Task RenameAsync(Guid id, string name, CancellationToken cancellationToken)
        => database.ExecuteAsync($"UPDATE identity.workspace SET name = {name} WHERE id = {id}", cancellationToken);

    /// <summary>Closes a workspace. False when it is closed already.</summary>
    public async Task<bool> CloseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"UPDATE identity.workspace SET deleted_at = {now} WHERE id = {id} AND deleted_at IS NULL",
            cancellationToken) == 1;

    /// <summary>Closed workspaces that should be gone by now.</summary>
    public Task<List<(Guid Id, string Name)>> ListClosedAsync(DateTimeOffset before, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT id, name FROM identity.workspace WHERE deleted_at < {before}",
            row => (row.Get<Guid>("id"), row.Get<string>("name")),
            cancellationToken);

    /// <summary>Adds a workspace with its owner inside the caller's transaction.</summary>
    public static async Task InsertAsync(
        ISql sql, Guid id, string name, Guid ownerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity.workspace (id, name, created_by, created_at) VALUES ({id}, {name}, {ownerId}, {now})
            """,
            cancellationToken);
        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity.member (workspace_id, user_id, role, joined_at) VALUES ({id}, {ownerId}, 'owner', {now})
            """,
            cancellationToken);
    }

    private static SqlText Columns(Guid? userId) => SqlText.Of($"""
        SELECT w.id, w.name, m.role, w.created_at,
               (SELECT count(*)::int FROM identity.member other WHERE other.workspace_id = w.id) AS member_count
        FROM identity.workspace w
        LEFT JOIN identity.member m ON m.workspace_id = w.id AND m.user_id = {userId}
        """);

    private static Workspace Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string?>("role"),
        row.Get<int>("member_count"),
        row.Get<DateTimeOffset>("created_at"));
}
