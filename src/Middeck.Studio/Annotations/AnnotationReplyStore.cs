using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations;

/// <summary>The settings of apps, and the vectors that they need.</summary>
internal sealed class AnnotationReplyStore(Database database, TimeProvider clock)
{
    public async Task<AnnotationReplySettings> FindAsync(Guid appId, CancellationToken cancellationToken)
        => await database.FirstOrDefaultAsync(
            $"""
            SELECT enabled, score_threshold, embedding_model, job_id FROM studio.annotation_reply WHERE app_id = {appId}
            """,
            static row => new AnnotationReplySettings(
                row.At<bool>(0), row.At<double>(1), row.At<string?>(2), row.At<Guid?>(3)),
            cancellationToken) ?? AnnotationReplySettings.None;

    public Task SaveAsync(
        Guid workspaceId, Guid appId, AnnotationReplySettings settings, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.annotation_reply
                (app_id, workspace_id, enabled, score_threshold, embedding_model, job_id, updated_at)
            SELECT id, workspace_id, {settings.Enabled}, {settings.ScoreThreshold}, {settings.EmbeddingModel}::text,
                {settings.JobId}::uuid, {clock.GetUtcNow()}
            FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId}
            ON CONFLICT (app_id) DO UPDATE SET enabled = excluded.enabled, score_threshold = excluded.score_threshold,
                embedding_model = excluded.embedding_model, job_id = excluded.job_id, updated_at = excluded.updated_at
            """,
            cancellationToken);

    /// <summary>A batch of the annotations whose vector is missing or another model's.</summary>
    public Task<List<(Guid Id, string Question)>> WithoutVectorAsync(
        Guid appId, string key, int batch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, question FROM studio.annotation
            WHERE app_id = {appId} AND embedding_key IS DISTINCT FROM {key}
            ORDER BY id LIMIT {batch}
            """,
            static row => (row.At<Guid>(0), row.At<string>(1)),
            cancellationToken);

    /// <summary>How many vectors are missing or another model's.</summary>
    public Task<long> CountWithoutVectorAsync(Guid appId, string key, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM studio.annotation WHERE app_id = {appId} AND embedding_key IS DISTINCT FROM {key}
            """,
            cancellationToken);

    /// <summary>Keeps vectors of questions that are still the same.</summary>
    public Task SaveVectorsAsync(
        IReadOnlyList<(Guid Id, string Question)> questions,
        IReadOnlyList<float[]> vectors,
        string key,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                foreach (var ((id, question), vector) in questions.Zip(vectors))
                {
                    await sql.ExecuteAsync(
                        $"""
                        UPDATE studio.annotation SET embedding = {vector}, embedding_key = {key}
                        WHERE id = {id} AND question = {question}
                        """,
                        cancellationToken);
                }
            },
            cancellationToken);

    public Task RemoveVectorsAsync(Guid appId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.annotation SET embedding = NULL, embedding_key = NULL
            WHERE app_id = {appId} AND embedding_key IS NOT NULL
            """,
            cancellationToken);

    /// <summary>What matching needs of an app.</summary>
    public async Task<AnnotationIndex> LoadAsync(Guid appId, CancellationToken cancellationToken)
    {
        var settings = await FindAsync(appId, cancellationToken);
        if (!settings.Enabled)
        {
            return AnnotationIndex.Off;
        }

        var index = new AnnotationIndex(settings);
        var rows = database.StreamAsync(
            $"SELECT id, question, embedding, embedding_key FROM studio.annotation WHERE app_id = {appId} ORDER BY id",
            cancellationToken);
        await foreach (var row in rows)
        {
            index.Add(
                row.GetGuid(0),
                row.GetString(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<float[]>(2),
                row.IsDBNull(3) ? null : row.GetString(3));
        }

        return index;
    }
}
