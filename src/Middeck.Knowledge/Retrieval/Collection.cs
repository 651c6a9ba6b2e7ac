using System.Collections.Concurrent;
using Middeck.Search;
using Middeck.Search.Lexical;
using Middeck.Search.Vectors;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// The index of one base in memory: chunks, and the children that are searched in their place or beside them. Many searches
/// may read it beside the one that brings it up to date.
/// </summary>
internal sealed class Collection : IBaseIndex
{
    private readonly Bm25Index _text = new();
    private readonly ConcurrentDictionary<string, IVectorIndex> _vectors = new(StringComparer.Ordinal);
    private readonly CollectionEntries _entries = new();
    private long _revision;

    /// <summary>Everything up to this revision of the base is in it.</summary>
    public long Revision
    {
        get => Interlocked.Read(ref _revision);
        set => Interlocked.Exchange(ref _revision, value);
    }

    /// <summary>About how much memory it takes.</summary>
    public long EstimatedBytes
        => _text.EstimatedBytes + _entries.EstimatedBytes + _vectors.Values.Sum(static index => index.EstimatedBytes);

    public int Count => _entries.Count;

    /// <summary>Whether chunks may be found by several entries.</summary>
    public bool HasChildren { get; private set; }

    public ITextIndex Text => _text;

    /// <summary>Without a text the entry is known, and found by its vector alone.</summary>
    public void AddEntry(Guid documentId, Guid id, string? text, bool isChild)
    {
        HasChildren |= isChild;
        if (_entries.Add(documentId, id) && text is not null)
        {
            _text.Upsert(id, text);
        }
    }

    /// <summary>A vector whose text is not there is of something that searches may not find.</summary>
    public void AddVector(Guid id, string embeddingKey, ReadOnlySpan<float> vector)
    {
        var dimensions = vector.Length;
        if (dimensions > 0 && _entries.Contains(id))
        {
            // A model that changed the length of its vectors without changing its name: the first length stays.
            var index = _vectors.GetOrAdd(embeddingKey, _ => new AdaptiveVectorIndex(dimensions));
            if (index.Dimensions == dimensions)
            {
                index.Upsert(id, vector);
            }
        }
    }

    public void Remove(Guid documentId)
    {
        foreach (var id in _entries.Remove(documentId))
        {
            _text.Remove(id);
            foreach (var index in _vectors.Values)
            {
                index.Remove(id);
            }
        }
    }

    public Task<IReadOnlyList<ScoredId>> ByWordsAsync(
        string query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => Task.FromResult(_text.Search(query, limit, FilterOf(documents)));

    public Task<IReadOnlyList<ScoredId>> ByMeaningAsync(
        QueryVector query, int limit, IReadOnlySet<Guid>? documents, CancellationToken cancellationToken)
        => Task.FromResult(
            _vectors.GetValueOrDefault(query.Key) is { } index && index.Dimensions == query.Vector.Length
                ? index.Search(query.Vector.Span, limit, FilterOf(documents))
                : []);

    private Func<Guid, bool>? FilterOf(IReadOnlySet<Guid>? documents)
        => documents is null ? null : _entries.OfDocuments(documents);
}
