using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>A base with what Dify shows beside it.</summary>
internal sealed record DatasetRow(
    KnowledgeBaseRow Base,
    Guid? CreatedBy,
    long Documents,
    long Available,
    long Characters,
    string? ApiName,
    string? ApiEndpoint)
{
    public static SqlText Columns => SqlText.Of(
        $"""
        {KnowledgeBaseRow.Columns}, base.created_by,
        (SELECT count(*) FROM knowledge.document WHERE document.base_id = base.id) AS documents,
        (SELECT count(*) FROM knowledge.document WHERE document.base_id = base.id
            AND document.status = 'completed' AND document.enabled AND NOT document.archived) AS available,
        (SELECT coalesce(sum(character_count), 0)::bigint FROM knowledge.document WHERE document.base_id = base.id) AS characters,
        external_api.name AS api_name, external_api.endpoint AS api_endpoint
        """);

    public static DatasetRow From(Row row) => new(
        KnowledgeBaseRow.From(row),
        row.Get<Guid?>("created_by"),
        row.Get<long>("documents"),
        row.Get<long>("available"),
        row.Get<long>("characters"),
        row.Get<string?>("api_name"),
        row.Get<string?>("api_endpoint"));
}
