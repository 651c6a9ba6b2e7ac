using System.Collections.Concurrent;
using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Reads which documents a filter chooses. The answer serves a second: a conversation asks with the same filter again and again.</summary>
internal sealed class ChosenDocuments(Database database, TimeProvider clock)
{
    private const int MostKept = 100;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(Guid Base, string Filter), (long ReadAt, IReadOnlySet<Guid> Documents)> _kept = new();

    public async Task<IReadOnlySet<Guid>> FindAsync(
        Guid baseId,
        MetadataFilter filter,
        IReadOnlyDictionary<string, FilterField> fields,
        CancellationToken cancellationToken)
    {
        var key = (baseId, JsonSerializer.Serialize(filter, Json.Snake));
        if (_kept.TryGetValue(key, out var kept) && clock.GetElapsedTime(kept.ReadAt) < Fresh)
        {
            return kept.Documents;
        }

        var readAt = clock.GetTimestamp();
        var rows = await database.QueryAsync(
            $"""
            SELECT document.id FROM knowledge.document
            WHERE document.base_id = {baseId} AND document.enabled AND NOT document.archived AND ({FilterSql.Of(filter, fields)})
            """,
            static row => row.At<Guid>(0),
            cancellationToken);
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var documents = rows.ToHashSet();
        _kept[key] = (readAt, documents);
        return documents;
    }
}
