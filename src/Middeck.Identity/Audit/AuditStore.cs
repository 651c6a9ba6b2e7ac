using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Audit;

internal sealed class AuditStore(Database database)
{
    // What changed is told in a few fields; a whole document in the log helps nobody.
    private const int MaxChange = 32 * 1024;

    public Task AddAsync(AuditRow row, CancellationToken cancellationToken)
        => AddAsync(database, row, cancellationToken);

    public static Task AddAsync(ISql sql, AuditRow row, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            INSERT INTO identity.audit
                (id, at, workspace_id, actor_kind, actor_id, actor_name, action, object_kind, object_id, object_name,
                 ip, user_agent, status, before, after, trace_id)
            VALUES ({row.Id}, {row.At}, {row.WorkspaceId}, {row.ActorKind}, {row.ActorId}, {row.ActorName}, {row.Action},
                    {row.ObjectKind}, {row.ObjectId}, {row.ObjectName}, {row.Ip}, {row.UserAgent}, {row.Status},
                    {Change(row.Before)}, {Change(row.After)}, {row.TraceId})
            """,
            cancellationToken);

    /// <summary>The rows of a workspace, or of the whole installation for null, newest first.</summary>
    public async Task<Page<AuditEntry>> ListAsync(
        Guid? workspaceId, AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var conditions = SqlText.Of($"true");
        conditions = And(conditions, workspaceId, workspaceId is { } workspace ? SqlText.Of($"workspace_id = {workspace}") : null);
        conditions = And(conditions, page.After, page.After is { } after ? SqlText.Of($"id < {after}") : null);
        conditions = And(conditions, filter.Actor, SqlText.Of(
            $"(actor_id::text = {filter.Actor ?? ""} OR strpos(lower(actor_name), lower({filter.Actor ?? ""})) > 0)"));
        conditions = And(conditions, filter.Action, SqlText.Of($"action = {filter.Action ?? ""}"));
        conditions = And(conditions, filter.ObjectKind, SqlText.Of($"object_kind = {filter.ObjectKind ?? ""}"));
        conditions = And(conditions, filter.ObjectId, SqlText.Of($"object_id = {filter.ObjectId ?? ""}"));
        conditions = And(conditions, filter.From, SqlText.Of($"at >= {filter.From.GetValueOrDefault().ToUniversalTime()}"));
        conditions = And(conditions, filter.To, SqlText.Of($"at < {filter.To.GetValueOrDefault().ToUniversalTime()}"));
        var rows = await database.QueryAsync(
            $"""
            SELECT id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, object_name,
                   ip, user_agent, status, before, after, trace_id
            FROM identity.audit
            WHERE {conditions}
            ORDER BY id DESC
            LIMIT {page.Fetch}
            """,
            AuditEntry.Map,
            cancellationToken);
        return page.ToPage(rows, entry => entry.Id);
    }

    private static SqlText And(SqlText conditions, object? given, SqlText? condition)
        => given is null || condition is null ? conditions : SqlText.Of($"{conditions} AND {condition}");

    private static Npgsql.NpgsqlParameter Change(JsonElement? change)
    {
        var json = change?.GetRawText();
        return SqlText.Jsonb(json?.Length > MaxChange ? """{"omitted":"over 32 KB"}""" : json);
    }
}
