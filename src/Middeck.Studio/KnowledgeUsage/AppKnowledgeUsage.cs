using Middeck.Knowledge;
using Middeck.Storage.Sql;

namespace Middeck.Studio.KnowledgeUsage;

/// <summary>
/// Which apps name a knowledge base in their configuration, be it in a chat app's settings or in a node of a workflow. An id is
/// no word that somebody writes by chance, so the configuration's text is enough.
/// </summary>
internal sealed class AppKnowledgeUsage(Database database) : IKnowledgeUsage
{
    public async Task<IReadOnlyList<KnowledgeUser>> ListAsync(
        Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => await database.QueryAsync(
            $"""
            SELECT app.id, app.name, app.mode, named.in_draft, named.in_published
            FROM studio.app {WithNames(SqlText.Of($"{baseId}::uuid"))}
            WHERE app.workspace_id = {workspaceId} AND app.deleted_at IS NULL AND (named.in_draft OR named.in_published)
            ORDER BY lower(app.name), app.id
            """,
            static row => new KnowledgeUser(
                row.At<Guid>(0), row.At<string>(1), row.At<string>(2), row.At<bool>(3), row.At<bool>(4)),
            cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> baseIds, CancellationToken cancellationToken)
    {
        var counts = await database.QueryAsync(
            $"""
            SELECT wanted.id, count(*)::integer
            FROM unnest({baseIds.ToArray()}) AS wanted (id)
            CROSS JOIN studio.app {WithNames(SqlText.Of($"wanted.id"))}
            WHERE app.workspace_id = {workspaceId} AND app.deleted_at IS NULL AND (named.in_draft OR named.in_published)
            GROUP BY wanted.id
            """,
            static row => KeyValuePair.Create(row.At<Guid>(0), row.At<int>(1)),
            cancellationToken);
        return counts.ToDictionary();
    }

    private static SqlText WithNames(SqlText id) => SqlText.Of(
        $"""
        LEFT JOIN studio.app_version ON app_version.app_id = app.id AND app_version.version = app.version
        CROSS JOIN LATERAL (
            SELECT {id}::text AS id) AS base
        CROSS JOIN LATERAL (
            SELECT strpos(app.draft_config::text, base.id) > 0 AS in_draft,
                   strpos(coalesce(app_version.config::text, ''), base.id) > 0 AS in_published) AS named
        """);
}
