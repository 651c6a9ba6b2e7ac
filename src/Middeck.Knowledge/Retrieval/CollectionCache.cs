using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Keeps the collections that searches use, within the node's limit of memory; those that were not used longest go first.</summary>
internal sealed class CollectionCache(CollectionSource source, IOptions<SearchOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>The base's collection, with everything up to the revision in its row.</summary>
    /// <exception cref="CollectionTooLargeException">It does not fit, all others left out.</exception>
    public async Task<Collection> GetAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(row.Id, static _ => new Entry());
        entry.LastUsed = clock.GetTimestamp();
        if (entry.Collection is { } ready && ready.Revision >= row.Revision)
        {
            return ready;
        }

        while (true)
        {
            // Not under the search's own token: whoever gives up waiting leaves the work to those who come after.
            var collection = await entry.WorkAsync(() => UpdateAsync(entry, row)).WaitAsync(cancellationToken);
            if (collection.Revision >= row.Revision)
            {
                return collection;
            }
        }
    }

    /// <summary>The base is searched elsewhere, or gone.</summary>
    public void Drop(Guid baseId) => _entries.TryRemove(baseId, out _);

    private async Task<Collection> UpdateAsync(Entry entry, KnowledgeBaseRow row)
    {
        // Taken out meanwhile: if this fails half way, the next search starts from the rows.
        var collection = entry.Collection;
        entry.Collection = null;
        try
        {
            collection = await UpToDateAsync(collection, row, bytes => Fits(entry, bytes), CancellationToken.None);
        }
        catch
        {
            entry.Bytes = 0;
            throw;
        }

        entry.Bytes = collection.EstimatedBytes;
        entry.Collection = collection;
        MakeRoom(entry);
        return collection;
    }

    private async Task<Collection> UpToDateAsync(
        Collection? collection, KnowledgeBaseRow row, Func<long, bool> fits, CancellationToken cancellationToken)
        => collection is not null
            && (collection.Revision >= row.Revision
                || await source.TryRefreshAsync(collection, row, fits, cancellationToken))
                ? collection
                : await source.LoadAsync(row, fits, cancellationToken);

    // Asked while the collection grows: room is made before it is needed, not when the memory is gone.
    private bool Fits(Entry entry, long bytes)
    {
        entry.Bytes = bytes;
        MakeRoom(entry);
        return bytes <= options.Value.MemoryBytes;
    }

    private void MakeRoom(Entry justUsed)
    {
        var total = _entries.Values.Sum(static entry => entry.Bytes);
        if (total <= options.Value.MemoryBytes)
        {
            return;
        }

        foreach (var (id, entry) in _entries.OrderBy(static pair => pair.Value.LastUsed))
        {
            if (total <= options.Value.MemoryBytes)
            {
                return;
            }

            if (entry != justUsed && _entries.TryRemove(id, out _))
            {
                total -= entry.Bytes;
            }
        }
    }

    private sealed class Entry
    {
        private readonly Lock _lock = new();
        private long _bytes;
        private Task<Collection>? _work;

        public Collection? Collection { get; set; }

        public long Bytes
        {
            get => Interlocked.Read(ref _bytes);
            set => Interlocked.Exchange(ref _bytes, value);
        }

        public long LastUsed { get; set; }

        /// <summary>The work that is under way, or new work.</summary>
        public Task<Collection> WorkAsync(Func<Task<Collection>> start)
        {
            lock (_lock)
            {
                return _work = _work is { IsCompleted: false } ? _work : start();
            }
        }
    }
}
