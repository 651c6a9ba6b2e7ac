using System.Collections.Concurrent;

namespace Middeck.Knowledge.Backends.Memory;

/// <summary>Which document each entry of an index belongs to. Safe for many readers beside one writer.</summary>
internal sealed class EntryOwners
{
    private readonly ConcurrentDictionary<Guid, Guid> _documentOf = new();

    public void Put(Guid id, Guid documentId) => _documentOf[id] = documentId;

    public void Remove(Guid id) => _documentOf.TryRemove(id, out _);

    public Guid[] EntriesOf(Guid documentId)
        => [.. _documentOf.Where(pair => pair.Value == documentId).Select(static pair => pair.Key)];

    /// <summary>The filter that lets through the entries of these documents; null lets all through.</summary>
    public Func<Guid, bool>? FilterOf(IReadOnlyCollection<Guid>? documents)
    {
        if (documents is null)
        {
            return null;
        }

        var wanted = documents.ToHashSet();
        return id => _documentOf.TryGetValue(id, out var document) && wanted.Contains(document);
    }
}
