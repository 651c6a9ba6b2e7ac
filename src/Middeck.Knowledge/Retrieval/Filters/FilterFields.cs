using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Reads which fields the documents of bases can be chosen by.</summary>
internal sealed class FilterFields(Database database)
{
    /// <summary>By base and name.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, FilterField>>> OfAsync(
        IReadOnlyCollection<KnowledgeBaseRow> bases, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. bases.Select(static row => row.Id)];
        var rows = await database.QueryAsync(
            $"SELECT base_id, id, name, type FROM knowledge.metadata_field WHERE base_id = ANY({ids}) ORDER BY id",
            static row => (
                Base: row.Get<Guid>("base_id"),
                Field: FilterField.Of(row.Get<Guid>("id"), row.Get<string>("name"), row.Word<FieldType>("type"))),
            cancellationToken);
        var own = rows.ToLookup(static row => row.Base, static row => row.Field);
        return bases.ToDictionary(
            static row => row.Id,
            row => (IReadOnlyDictionary<string, FilterField>)own[row.Id]
                .Concat(row.BuiltInMetadata ? FilterField.BuiltIn : [])
                .DistinctBy(static field => field.Name, StringComparer.Ordinal)
                .ToDictionary(static field => field.Name, StringComparer.Ordinal));
    }
}
