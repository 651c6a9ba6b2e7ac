using System.Text;
using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Tracing;

/// <summary>The traces of messages: in the row, or in the object store when they are large.</summary>
internal sealed class TraceStore(Database database, StudioObjects objects)
{
    private const int LargestInRow = 128 * 1024;

    /// <summary>Writes or replaces the trace of a message. Nothing is kept for a message that is gone.</summary>
    public async Task SaveAsync(
        Guid workspaceId, Guid messageId, IReadOnlyList<TraceStep> steps, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(steps, Json.Snake);
        Guid? large = null;
        if (Encoding.UTF8.GetByteCount(json) > LargestInRow)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));
            large = (await objects.PutAsync(workspaceId, content, long.MaxValue, cancellationToken)).Id;
        }

        // An object that is replaced, or whose message is gone, belongs to nobody and is swept away.
        await database.ExecuteAsync(
            $"""
            INSERT INTO studio.message_trace (message_id, workspace_id, steps, object_id)
            SELECT id, workspace_id, {SqlText.Jsonb(large is null ? json : null)}, {large}::uuid
            FROM studio.message WHERE workspace_id = {workspaceId} AND id = {messageId}
            ON CONFLICT (message_id) DO UPDATE SET steps = excluded.steps, object_id = excluded.object_id
            """,
            cancellationToken);
    }

    /// <summary>The trace of a message of the app; null when there is no such message.</summary>
    public async Task<MessageTrace?> FindAsync(
        Guid workspaceId, Guid appId, Guid messageId, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT t.steps, t.object_id FROM studio.message m LEFT JOIN studio.message_trace t ON t.message_id = m.id
            WHERE m.workspace_id = {workspaceId} AND m.app_id = {appId} AND m.id = {messageId}
            """,
            static row => (Steps: row.Get<string?>("steps"), Object: row.Get<Guid?>("object_id")),
            cancellationToken);
        if (rows is not [var found])
        {
            return null;
        }

        var json = found.Object is { } large ? await ReadAsync(large, cancellationToken) : found.Steps;
        return new MessageTrace(
            messageId, json is null ? [] : JsonSerializer.Deserialize<List<TraceStep>>(json, Json.Snake)!);
    }

    private async Task<string?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await objects.OpenAsync(id, cancellationToken) is not { } content)
        {
            return null;
        }

        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
