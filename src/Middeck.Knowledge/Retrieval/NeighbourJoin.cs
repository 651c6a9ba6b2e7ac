namespace Middeck.Knowledge.Retrieval;

/// <summary>Brings what stands before and after a passage along with it; hits that thereby touch become one.</summary>
internal sealed class NeighbourJoin(LiveEntries entries)
{
    public async Task<IReadOnlyList<SearchHit>> JoinAsync(
        Guid workspaceId, string query, IReadOnlyList<SearchHit> hits, int distance, CancellationToken cancellationToken)
    {
        var around = await entries.AroundAsync(
            workspaceId, [.. hits.Select(static hit => hit.ChunkId)], distance, cancellationToken);
        var byDocument = around.ToLookup(static chunk => chunk.DocumentId);
        var taken = new HashSet<Guid>();
        var joined = new List<SearchHit>(hits.Count);
        foreach (var hit in hits.Where(hit => !taken.Contains(hit.ChunkId)))
        {
            var run = RunWith(hit, [.. byDocument[hit.DocumentId]], taken);
            taken.UnionWith(run.Select(static chunk => chunk.Id));
            joined.Add(run.Count > 1 ? Joined(query, hit, hits, run) : hit);
        }

        return joined;
    }

    // The chunks without a gap around the hit. Those of other hits nearby are in it, so a better hit takes them along.
    private static List<LiveChunk> RunWith(SearchHit hit, List<LiveChunk> chunks, HashSet<Guid> taken)
    {
        var middle = chunks.FindIndex(chunk => chunk.Id == hit.ChunkId);
        if (middle < 0)
        {
            return [];
        }

        var (first, last) = (middle, middle);
        while (first > 0 && chunks[first - 1].Position == chunks[first].Position - 1 && !taken.Contains(chunks[first - 1].Id))
        {
            first--;
        }

        while (last + 1 < chunks.Count && chunks[last + 1].Position == chunks[last].Position + 1
            && !taken.Contains(chunks[last + 1].Id))
        {
            last++;
        }

        return chunks[first..(last + 1)];
    }

    private static SearchHit Joined(string query, SearchHit hit, IReadOnlyList<SearchHit> hits, List<LiveChunk> run)
    {
        var content = OverlapJoin.Join(run.Select(static chunk => chunk.Content));
        return hit with
        {
            Content = content,
            Page = run[0].Page ?? hit.Page,
            WordCount = content.Length,
            Highlights = HitMaker.Highlights(query, content),
            ChildChunks =
            [
                .. hits.Where(other => run.Exists(chunk => chunk.Id == other.ChunkId))
                    .SelectMany(static other => other.ChildChunks)
                    .OrderByDescending(static child => child.Score),
            ],
            JoinedChunks =
            [
                .. run.Select(chunk => new JoinedChunk(
                    chunk.Id, chunk.Position, hits.Any(other => other.ChunkId == chunk.Id))),
            ],
        };
    }
}
