using System.Collections.Concurrent;
using Middeck.Search;
using Middeck.Search.Lexical;

namespace Middeck.Knowledge.Backends.Memory;

/// <summary>Keeps texts in the memory of this process; they are gone with the process.</summary>
internal sealed class MemoryTextStore : ITextStore
{
    private readonly ConcurrentDictionary<Guid, Shelf> _shelves = new();

    public string Name => "memory";

    public Task EnsureAsync(Guid baseId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _shelves.GetOrAdd(baseId, static _ => new Shelf(new Bm25Index()));
        return Task.CompletedTask;
    }

    public Task UpsertAsync(Guid baseId, IReadOnlyList<TextEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var shelf = _shelves.GetValueOrDefault(baseId) ?? throw IndexFaults.Missing(Name);
        lock (shelf.Writing)
        {
            foreach (var entry in entries)
            {
                shelf.Owners.Put(entry.Id, entry.DocumentId);
                shelf.Index.Upsert(entry.Id, entry.Text);
            }
        }

        return Task.CompletedTask;
    }

    public Task RemoveDocumentAsync(Guid baseId, Guid documentId, CancellationToken cancellationToken)
    {
        var shelf = _shelves.GetValueOrDefault(baseId);
        return RemoveAsync(baseId, shelf?.Owners.EntriesOf(documentId) ?? [], cancellationToken);
    }

    public Task RemoveAsync(Guid baseId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_shelves.TryGetValue(baseId, out var shelf))
        {
            lock (shelf.Writing)
            {
                foreach (var id in ids)
                {
                    shelf.Index.Remove(id);
                    shelf.Owners.Remove(id);
                }
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ScoredId>> SearchAsync(
        Guid baseId, string query, int limit, IReadOnlyCollection<Guid>? documents, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(
            _shelves.TryGetValue(baseId, out var shelf)
                ? shelf.Index.Search(query, Math.Min(limit, Batches.MostHits), shelf.Owners.FilterOf(documents))
                : []);
    }

    public Task DropAsync(Guid baseId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _shelves.TryRemove(baseId, out _);
        return Task.CompletedTask;
    }

    private sealed record Shelf(ITextIndex Index)
    {
        public EntryOwners Owners { get; } = new();

        public Lock Writing { get; } = new();
    }
}
