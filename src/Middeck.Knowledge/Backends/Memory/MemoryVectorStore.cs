using System.Collections.Concurrent;
using Middeck.Search;
using Middeck.Search.Vectors;

namespace Middeck.Knowledge.Backends.Memory;

/// <summary>Keeps vectors in the memory of this process: always exact, and gone with the process.</summary>
internal sealed class MemoryVectorStore : IVectorStore
{
    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    public string Name => "memory";

    public Task EnsureAsync(VectorCollection collection, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var shelf = _shelves.GetOrAdd(collection.Name, _ => new Shelf(new ExactVectorIndex(collection.Dimensions)));
        ThrowIfOther(collection, shelf);
        return Task.CompletedTask;
    }

    public Task UpsertAsync(
        VectorCollection collection, IReadOnlyList<VectorEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        VectorChecks.ThrowIfUnfit(collection, entries);
        var shelf = _shelves.GetValueOrDefault(collection.Name) ?? throw IndexFaults.Missing(Name);
        ThrowIfOther(collection, shelf);
        lock (shelf.Writing)
        {
            foreach (var entry in entries)
            {
                shelf.Owners.Put(entry.Id, entry.DocumentId);
                shelf.Index.Upsert(entry.Id, entry.Vector.Span);
            }
        }

        return Task.CompletedTask;
    }

    public Task RemoveDocumentAsync(VectorCollection collection, Guid documentId, CancellationToken cancellationToken)
    {
        var shelf = _shelves.GetValueOrDefault(collection.Name);
        return RemoveAsync(collection, shelf?.Owners.EntriesOf(documentId) ?? [], cancellationToken);
    }

    public Task RemoveAsync(VectorCollection collection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_shelves.TryGetValue(collection.Name, out var shelf))
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
        VectorCollection collection,
        ReadOnlyMemory<float> query,
        int limit,
        IReadOnlyCollection<Guid>? documents,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!VectorChecks.CanFind(collection, query.Span, limit, documents)
            || !_shelves.TryGetValue(collection.Name, out var shelf))
        {
            return Task.FromResult<IReadOnlyList<ScoredId>>([]);
        }

        ThrowIfOther(collection, shelf);
        return Task.FromResult(
            shelf.Index.Search(query.Span, Math.Min(limit, Batches.MostHits), shelf.Owners.FilterOf(documents)));
    }

    public Task DropAsync(Guid baseId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prefix = VectorCollection.NamePrefix(baseId);
        foreach (var name in _shelves.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            _shelves.TryRemove(name, out _);
        }

        return Task.CompletedTask;
    }

    private void ThrowIfOther(VectorCollection collection, Shelf shelf)
    {
        if (shelf.Index.Dimensions != collection.Dimensions)
        {
            throw IndexFaults.OtherDimensions(Name, collection, shelf.Index.Dimensions);
        }
    }

    private sealed record Shelf(IVectorIndex Index)
    {
        public EntryOwners Owners { get; } = new();

        public Lock Writing { get; } = new();
    }
}
