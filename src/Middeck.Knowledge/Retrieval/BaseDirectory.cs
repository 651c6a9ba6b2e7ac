using System.Collections.Concurrent;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// The bases as searches need them, revision included. A row is read again after a second, so that what another node
/// completed is found here a second later; what this node completed is found at once.
/// </summary>
internal sealed class BaseDirectory(KnowledgeBaseStore bases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();
    private long _forgotten;

    /// <summary>The bases among the ids that are in the workspace, in the order of the ids.</summary>
    public async Task<IReadOnlyList<KnowledgeBaseRow>> FindAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, KnowledgeBaseRow>(ids.Count);
        var stale = new List<Guid>();
        foreach (var id in ids)
        {
            if (_entries.TryGetValue(id, out var entry) && clock.GetElapsedTime(entry.ReadAt) < Fresh)
            {
                found[id] = entry.Row;
            }
            else
            {
                stale.Add(id);
            }
        }

        if (stale.Count > 0)
        {
            await ReadAsync(workspaceId, stale, found, cancellationToken);
        }

        return [.. ids.Distinct().Where(found.ContainsKey).Select(id => found[id]).Where(row => row.WorkspaceId == workspaceId)];
    }

    /// <summary>The base has just been changed by this node.</summary>
    public void Forget(Guid id)
    {
        Interlocked.Increment(ref _forgotten);
        _entries.TryRemove(id, out _);
    }

    private async Task ReadAsync(
        Guid workspaceId, List<Guid> ids, Dictionary<Guid, KnowledgeBaseRow> found, CancellationToken cancellationToken)
    {
        // A change while we read may not be in what we read; then it serves this search and is not kept.
        var forgotten = Interlocked.Read(ref _forgotten);
        var readAt = clock.GetTimestamp();
        foreach (var row in await bases.FindAllAsync(workspaceId, ids, cancellationToken))
        {
            found[row.Id] = row;
            if (Interlocked.Read(ref _forgotten) == forgotten)
            {
                _entries[row.Id] = new Entry(row, readAt);
            }
        }

        foreach (var gone in ids.Where(id => !found.ContainsKey(id)))
        {
            _entries.TryRemove(gone, out _);
        }
    }

    private sealed record Entry(KnowledgeBaseRow Row, long ReadAt);
}
