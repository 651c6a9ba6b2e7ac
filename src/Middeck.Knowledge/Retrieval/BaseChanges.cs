using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>What happened to a base since a revision, for the indexes that follow its rows.</summary>
internal sealed class BaseChanges(Database database)
{
    /// <summary>Oldest first. Null when not all removals since then are known any more: start again from the rows.</summary>
    public async Task<List<BaseChange>?> SinceAsync(Guid baseId, long revision, CancellationToken cancellationToken)
    {
        var trimmed = await database.ScalarAsync<long>(
            $"SELECT removals_trimmed FROM knowledge.base WHERE id = {baseId}", cancellationToken);
        return trimmed > revision ? null : await AllSinceAsync(baseId, revision, cancellationToken);
    }

    /// <summary>Oldest first, whether or not all removals are known.</summary>
    public Task<List<BaseChange>> AllSinceAsync(Guid baseId, long revision, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, revision FROM knowledge.document WHERE base_id = {baseId} AND revision > {revision}
            UNION ALL
            SELECT document_id, revision FROM knowledge.removal WHERE base_id = {baseId} AND revision > {revision}
            ORDER BY revision
            """,
            static row => new BaseChange(row.At<Guid>(0), row.At<long>(1)),
            cancellationToken);
}
