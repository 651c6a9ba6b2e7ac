using Middeck.Core.Identifiers;
using Middeck.Storage.Objects;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Objects;

/// <summary>
/// The room's files and large texts. Each has a space of its own in the object store, so that removing one never takes what
/// somebody else put there with the same content. A row is written before the content: what a crash leaves behind, and what no
/// other row points to any more, is found and removed.
/// </summary>
internal sealed class StudioObjects(Database database, IObjectStore objects, TimeProvider clock)
{
    // Longer than any upload takes: until its row is written, an object belongs to nobody.
    private static readonly TimeSpan Unclaimed = TimeSpan.FromDays(1);

    // What points to objects.
    private static SqlText IsClaimed => SqlText.Of(
        $"""
        (EXISTS (SELECT FROM studio.file f WHERE f.object_id = o.id OR f.text_object_id = o.id)
            OR EXISTS (SELECT FROM studio.message_trace t WHERE t.object_id = o.id)
            OR EXISTS (SELECT FROM studio.workflow_event e WHERE e.body_object = o.id)
            OR EXISTS (SELECT FROM studio.workflow_event e WHERE e.record_object = o.id))
        """);

    /// <summary>Keeps the content and returns when it is durable.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>objects.too_large</c>; nothing is kept then.</exception>
    public async Task<StudioObject> PutAsync(
        Guid workspaceId, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        await database.ExecuteAsync(
            $"""
            INSERT INTO studio.object (id, workspace_id, created_at) VALUES ({id}, {workspaceId}, {clock.GetUtcNow()})
            """,
            cancellationToken);
        var stored = await objects.PutAsync(id, content, maxBytes, cancellationToken);
        await database.ExecuteAsync(
            $"UPDATE studio.object SET key = {stored.Key} WHERE id = {id}", cancellationToken);
        return new StudioObject(id, stored.Size);
    }

    /// <summary>Opens the content; null when it is gone.</summary>
    public async Task<Stream?> OpenAsync(Guid id, CancellationToken cancellationToken)
        => await database.ScalarAsync<string?>(
            $"SELECT key FROM studio.object WHERE id = {id}", cancellationToken) is { } key
            ? await objects.OpenAsync(key, cancellationToken)
            : null;

    /// <summary>Removes those of the objects that no row points to any more.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await RemoveAsync(
                await FindAsync(SqlText.Of($"id = ANY({ids.ToArray()}) AND NOT {IsClaimed}"), ids.Count, cancellationToken),
                cancellationToken);
        }
    }

    /// <summary>Removes a batch of what belongs to nobody for a day.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> TrimAsync(int batch, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Unclaimed;
        return await RemoveAsync(
            await FindAsync(SqlText.Of($"created_at < {before} AND NOT {IsClaimed}"), batch, cancellationToken),
            cancellationToken);
    }

    /// <summary>Removes everything of a workspace.</summary>
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        const int Batch = 500;
        while (await RemoveAsync(
            await FindAsync(SqlText.Of($"workspace_id = {workspaceId}"), Batch, cancellationToken), cancellationToken) > 0)
        {
        }
    }

    private Task<List<Guid>> FindAsync(SqlText condition, int batch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"SELECT id FROM studio.object o WHERE {condition} ORDER BY id LIMIT {batch}",
            static row => row.At<Guid>(0),
            cancellationToken);

    // The content first: a crash in between leaves a row that is found again.
    private async Task<int> RemoveAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            await objects.DeleteWorkspaceAsync(id, cancellationToken);
        }

        return ids.Count == 0
            ? 0
            : await database.ExecuteAsync(
                $"DELETE FROM studio.object WHERE id = ANY({ids.ToArray()})", cancellationToken);
    }
}
