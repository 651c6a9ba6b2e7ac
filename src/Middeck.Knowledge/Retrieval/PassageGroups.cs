using Middeck.Knowledge.Bases;
using Middeck.Search;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Makes passages of entries: a chunk stands where the best of its entries stands.</summary>
internal static class PassageGroups
{
    public static IReadOnlyList<Passage> Of(
        IReadOnlyList<ScoredId> ranked, Dictionary<Guid, LiveEntry> live, IReadOnlyList<KnowledgeBaseRow> bases)
    {
        var byBase = bases.ToDictionary(static row => row.Id);
        return
        [
            .. ranked.Select(hit => (Entry: live[hit.Id], hit.Score))
                .GroupBy(static found => found.Entry.Chunk.Id)
                .Select(group => Of([.. group], byBase)),
        ];
    }

    private static Passage Of(List<(LiveEntry Entry, float Score)> group, Dictionary<Guid, KnowledgeBaseRow> bases)
    {
        var (best, score) = group[0];
        return new Passage(
            bases[best.Chunk.BaseId],
            best.Chunk,
            best.Text,
            score,
            best.Kind,
            [
                .. group.Where(static found => found.Entry.Kind == LiveEntry.ChildKind)
                    .Select(static found => new ChildHit(
                        found.Entry.Id, found.Entry.Position, found.Entry.Shown, Math.Round(found.Score, 4))),
            ],
            [.. group.Select(static found => found.Entry.Id)]);
    }
}
