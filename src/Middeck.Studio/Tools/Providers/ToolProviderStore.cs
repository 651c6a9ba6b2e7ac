using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Tools.Providers;

/// <summary>The rows of tool providers.</summary>
internal sealed class ToolProviderStore(Database database)
{
    /// <summary>False when another provider of the workspace has the name.</summary>
    public async Task<bool> InsertAsync(ToolProviderRow row, Guid? createdBy, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO studio.tool_provider (id, workspace_id, kind, name, description, icon, settings, source, tools, secrets,
                created_by, created_at, updated_at)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.Kind}, {row.Name}, {row.Description}, {row.Icon},
                {JsonSerializer.Serialize(row.Settings, Json.Snake)}::jsonb, {row.Source},
                {JsonSerializer.Serialize(row.Tools, Json.Snake)}::jsonb, {row.Secrets}::text, {createdBy}::uuid, {row.CreatedAt},
                {row.UpdatedAt})
            ON CONFLICT (workspace_id, lower(name)) DO NOTHING
            """,
            cancellationToken) > 0;

    /// <summary>False when another provider of the workspace has the name, or this one is gone.</summary>
    public async Task<bool> UpdateAsync(ToolProviderRow row, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.tool_provider SET name = {row.Name}, description = {row.Description}, icon = {row.Icon},
                settings = {JsonSerializer.Serialize(row.Settings, Json.Snake)}::jsonb, source = {row.Source},
                tools = {JsonSerializer.Serialize(row.Tools, Json.Snake)}::jsonb, secrets = {row.Secrets}::text,
                updated_at = {row.UpdatedAt}
            WHERE workspace_id = {row.WorkspaceId} AND id = {row.Id} AND NOT EXISTS (
                SELECT FROM studio.tool_provider other
                WHERE other.workspace_id = {row.WorkspaceId} AND lower(other.name) = lower({row.Name}) AND other.id <> {row.Id})
            """,
            cancellationToken) > 0;

    /// <summary>Keeps what a sign-in brought, or forgets it.</summary>
    public Task SaveSignInAsync(Guid workspaceId, Guid id, string? signIn, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.tool_provider SET sign_in = {signIn}::text WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken);

    /// <summary>Keeps what a server offered after a sign-in, or why that failed.</summary>
    public Task SaveSignedInAsync(
        Guid workspaceId, Guid id, IReadOnlyList<ProviderTool>? tools, string? problem, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.tool_provider SET updated_at = {now},
                tools = coalesce({(tools is null ? null : JsonSerializer.Serialize(tools, Json.Snake))}::jsonb, tools),
                settings = jsonb_set(settings, ARRAY['sign_in_problem'], coalesce(to_jsonb({problem}::text), 'null'))
            WHERE workspace_id = {workspaceId} AND id = {id}
            """,
            cancellationToken);

    public Task<ToolProviderRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.tool_provider WHERE workspace_id = {workspaceId} AND id = {id}",
            ToolProviderRow.From,
            cancellationToken);

    /// <summary>By its name, which stays the same when an app moves to another installation.</summary>
    public Task<ToolProviderRow?> FindAsync(Guid workspaceId, string kind, string name, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT * FROM studio.tool_provider
            WHERE workspace_id = {workspaceId} AND kind = {kind} AND lower(name) = lower({name})
            """,
            ToolProviderRow.From,
            cancellationToken);

    public Task<List<ToolProviderRow>> ListAsync(Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.tool_provider
            WHERE workspace_id = {workspaceId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            ToolProviderRow.From,
            cancellationToken);

    public Task<List<ToolProviderRow>> AllAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT * FROM studio.tool_provider WHERE workspace_id = {workspaceId} ORDER BY lower(name)",
            ToolProviderRow.From,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.tool_provider WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken);
}
