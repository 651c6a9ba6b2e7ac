using Middeck.Storage.Sql;

namespace Middeck.Knowledge.External;

/// <summary>A row of <c>knowledge.external_api</c>.</summary>
internal sealed record ExternalApiRow(
    Guid Id,
    Guid WorkspaceId,
    string Name,
    string Description,
    string Endpoint,
    string ApiKey,
    string ApiKeyHint,
    bool Trusted,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static SqlText Columns => SqlText.Of(
        $"""
        external_api.id, external_api.workspace_id, external_api.name, external_api.description, external_api.endpoint,
        external_api.api_key, external_api.api_key_hint, external_api.trusted, external_api.created_at, external_api.updated_at
        """);

    public static ExternalApiRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Get<string>("endpoint"),
        row.Get<string>("api_key"),
        row.Get<string>("api_key_hint"),
        row.Get<bool>("trusted"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));

    /// <summary>What the key's ciphertext is bound to.</summary>
    public static string PurposeOf(Guid id) => $"knowledge.external_api/{id}";
}
