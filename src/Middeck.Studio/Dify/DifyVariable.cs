using System.Text.Json;
using Middeck.Studio.Variables;

namespace Middeck.Studio.Dify;

/// <summary>A conversation variable as Dify lists it: texts as they are, everything else as JSON.</summary>
internal sealed record DifyVariable(
    Guid Id, string Name, string ValueType, string Value, string Description, long CreatedAt, long UpdatedAt)
{
    public static DifyVariable Of(VariableRow row) => new(
        row.Id,
        row.Name,
        row.ValueType,
        row.Value.ValueKind == JsonValueKind.String ? row.Value.GetString()! : row.Value.GetRawText(),
        row.Description,
        row.CreatedAt.ToUnixTimeSeconds(),
        row.UpdatedAt.ToUnixTimeSeconds());
}
