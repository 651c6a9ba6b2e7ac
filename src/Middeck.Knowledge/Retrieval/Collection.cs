using System.Collections.Concurrent;
using Middeck.Search;
using Middeck.Search.Lexical;
using Middeck.Search.Vectors;

namespace Middeck.Knowledge.Retrieval;

/// <summary>The index of one base in memory. Many searches may read it beside the one that brings it up to date.</summary>
internal sealed class Collection
{
    private readonly Bm25Index _text = new();
    private readonly ConcurrentDictionary<string, IVectorIndex> _vectors = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<Guid>> _chunksOf = [];
    private long _revision;

    /// <summary>Everything up to this revision of the base is in it.</summary>
    public long Revision
    {
        get => Interlocked.Read(ref _revision);
        set => Interlocked.Exchange(ref _revision, value);
    }

    /// <summary>About how much memory it takes.</summary>
    public long EstimatedBytes => _text.EstimatedBytes + _vectors.Values.Sum(static index => index.EstimatedBytes);

    public ITextIndex Text => _text;

    /// <summary>The vectors of one embedding model; null when the base has none of it.</summary>
    public IVectorIndex? Vectors(string embeddingKey) => _vectors.GetValueOrDefault(embeddingKey);

    public void Add(Guid documentId, Guid chunkId, string content, string? embeddingKey, ReadOnlySpan<float> vector)
    {
        if (!_chunksOf.TryGetValue(documentId, out var chunks))
        {
            _chunksOf[documentId] = chunks = [];
        }

        chunks.Add(chunkId);
        _text.Upsert(chunkId, content);
        if (embeddingKey is not null)
        {
            var dimensions = vector.Length;
            _vectors.GetOrAdd(embeddingKey, _ => new ExactVectorIndex(dimensions)).Upsert(chunkId, vector);
        }
    }

    public void Remove(Guid documentId)
    {
        if (!_chunksOf.Remove(documentId, out var chunks))
        {
            return;
        }

        foreach (var chunk in chunks)
        {
            _text.Remove(chunk);
            foreach (var index in _vectors.Values)
            {
                index.Remove(chunk);
            }
        }
    }
}
