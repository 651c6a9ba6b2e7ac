using Middeck.Storage.Sql;

namespace Middeck.Studio.Extensions;

/// <summary>A row of <c>studio.api_extension</c>.</summary>
internal sealed record ApiExtensionRow(
    Guid Id,
    Guid WorkspaceId,
    string Name,
    string Url,
    string ApiKey,
    string ApiKeyHint,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>What the key's ciphertext is bound to.</summary>
    public static string PurposeOf(Guid id) => $"studio.api_extension/{id}";

    public static ApiExtensionRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("name"),
        row.Get<string>("url"),
        row.Get<string>("api_key"),
        row.Get<string>("api_key_hint"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
