using Middeck.Knowledge.Metadata;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>A metadata field as Dify's clients see it.</summary>
internal sealed record ShownField(Guid Id, string Name, string Type)
{
    public static ShownField Of(MetadataField field) => new(field.Id, field.Name, SnakeCase.Of(field.Type.ToString()));
}
