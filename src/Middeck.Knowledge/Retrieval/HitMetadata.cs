using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Reads what is written down of the documents that passages were found in.</summary>
internal sealed class HitMetadata(Database database)
{
    /// <inheritdoc cref="IKnowledgeSearch.MetadataAsync" />
    public async Task<IReadOnlyDictionary<Guid, JsonElement>> OfAsync(
        Guid workspaceId, IReadOnlyCollection<SearchHit> hits, CancellationToken cancellationToken)
    {
        Guid[] documents = [.. hits.Select(static hit => hit.DocumentId).Distinct()];
        if (documents.Length == 0)
        {
            return new Dictionary<Guid, JsonElement>();
        }

        var rows = await database.QueryAsync(
            $"""
            SELECT document.id, jsonb_object_agg(field.name, document.metadata -> field.id::text)::text AS metadata
            FROM knowledge.document JOIN knowledge.metadata_field AS field
                ON field.base_id = document.base_id AND jsonb_exists(document.metadata, field.id::text)
            WHERE document.workspace_id = {workspaceId} AND document.id = ANY({documents})
            GROUP BY document.id
            """,
            static row => (Id: row.Get<Guid>("id"), Metadata: row.Get<string>("metadata")),
            cancellationToken);
        return rows.ToDictionary(static row => row.Id, static row => JsonSerializer.Deserialize<JsonElement>(row.Metadata));
    }
}
