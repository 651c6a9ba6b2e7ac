using Middeck.Identity.Users;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Reads which fields the documents of bases can be chosen by.</summary>
internal sealed class FilterFields(Database database, IPeople people)
{
    /// <summary>By base and name.</summary>
    /// <param name="bases">Whose they are.</param>
    /// <param name="withPeople">Whether the uploader can be told by the name, which costs a look at all documents.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, FilterField>>> OfAsync(
        IReadOnlyCollection<KnowledgeBaseRow> bases, bool withPeople, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. bases.Select(static row => row.Id)];
        var rows = await database.QueryAsync(
            $"SELECT base_id, id, name, type FROM knowledge.metadata_field WHERE base_id = ANY({ids}) ORDER BY id",
            static row => (
                Base: row.Get<Guid>("base_id"),
                Field: FilterField.Of(row.Get<Guid>("id"), row.Get<string>("name"), row.Word<FieldType>("type"))),
            cancellationToken);
        FilterField[] builtIn = withPeople && bases.Any(static row => row.BuiltInMetadata)
            ? [FilterField.UploaderOf(await UploadersAsync(ids, cancellationToken)), .. FilterField.BuiltIn]
            : [.. FilterField.BuiltIn];
        var own = rows.ToLookup(static row => row.Base, static row => row.Field);
        return bases.ToDictionary(
            static row => row.Id,
            row => (IReadOnlyDictionary<string, FilterField>)own[row.Id]
                .Concat(row.BuiltInMetadata ? builtIn : [])
                .DistinctBy(static field => field.Name, StringComparer.Ordinal)
                .ToDictionary(static field => field.Name, StringComparer.Ordinal));
    }

    private async Task<IReadOnlyDictionary<Guid, string>> UploadersAsync(Guid[] baseIds, CancellationToken cancellationToken)
        => await people.NamesAsync(
            await database.QueryAsync(
                $"SELECT DISTINCT created_by FROM knowledge.document WHERE base_id = ANY({baseIds}) AND created_by IS NOT NULL",
                static row => row.At<Guid>(0),
                cancellationToken),
            cancellationToken);
}
