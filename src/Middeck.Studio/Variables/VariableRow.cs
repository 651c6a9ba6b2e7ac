using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Variables;

/// <summary>A row of <c>studio.conversation_variable</c>.</summary>
internal sealed record VariableRow(
    Guid Id,
    string Name,
    string ValueType,
    JsonElement Value,
    string Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static VariableRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string>("value_type"),
        row.Json("value")!.Value,
        row.Get<string>("description"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
