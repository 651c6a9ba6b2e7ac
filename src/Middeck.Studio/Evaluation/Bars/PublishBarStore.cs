using Middeck.Storage.Sql;

namespace Middeck.Studio.Evaluation.Bars;

/// <summary>The rows of bars, one for an app that has one.</summary>
internal sealed class PublishBarStore(Database database)
{
    public Task<PublishBar?> FindAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT b.set_id, s.name, b.passed, b.similarity, b.model, b.updated_at
            FROM studio.publish_bar b JOIN studio.test_set s ON s.id = b.set_id
            WHERE b.workspace_id = {workspaceId} AND b.app_id = {appId}
            """,
            static row => new PublishBar(
                row.Get<Guid>("set_id"),
                row.Get<string>("name"),
                row.Get<double>("passed"),
                row.Get<double?>("similarity"),
                row.Get<double?>("model"),
                row.Get<DateTimeOffset>("updated_at")),
            cancellationToken);

    public Task SaveAsync(
        Guid workspaceId, Guid appId, SavePublishBar bar, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.publish_bar (app_id, workspace_id, set_id, passed, similarity, model, updated_by, updated_at)
            VALUES ({appId}, {workspaceId}, {bar.SetId}, {bar.Passed}, {bar.Similarity}::double precision,
                {bar.Model}::double precision, {by}::uuid, {now})
            ON CONFLICT (app_id) DO UPDATE SET set_id = excluded.set_id, passed = excluded.passed,
                similarity = excluded.similarity, model = excluded.model, updated_by = excluded.updated_by,
                updated_at = excluded.updated_at
            """,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.publish_bar WHERE workspace_id = {workspaceId} AND app_id = {appId}", cancellationToken);

    /// <summary>The revision that a draft has now.</summary>
    public Task<int> RevisionAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.ScalarAsync<int>(
            $"SELECT draft_revision FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId}", cancellationToken);
}
