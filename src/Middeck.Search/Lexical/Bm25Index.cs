using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Middeck.Search.Text;

namespace Middeck.Search.Lexical;

/// <summary>
/// A text index in memory that ranks by BM25. The order of the hits does not depend on the order of the writes.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A reader-writer lock that nobody waits for holds nothing but memory, and an index that was "
        + "evicted may still be in use by a search, so nobody could say when to dispose of it.")]
public sealed class Bm25Index(Bm25Options? options = null) : ITextIndex
{
    // Below this there is nothing to gain; above it the left-overs may be a third of the slots before they are cleared,
    // so that each removal pays for copying three texts at most.
    private const int RemovedBeforeCompacting = 256;

    private readonly Bm25Options _options = options ?? new Bm25Options();
    private readonly Lock _writing = new();
    private readonly ReaderWriterLockSlim _gate = new();
    private InvertedIndex _index = new();

    /// <inheritdoc/>
    public int Count => Read(static index => index.Slots.Count);

    /// <inheritdoc/>
    public long EstimatedBytes => Read(static index => index.EstimatedBytes);

    /// <inheritdoc/>
    public void Upsert(Guid id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Cutting the text is most of the work and needs no lock.
        var hashes = new List<ulong>(text.Length / 2);
        Tokenizer.AppendHashes(text, hashes);
        hashes.Sort();

        lock (_writing)
        {
            Write(index =>
            {
                index.Slots.Remove(id);
                index.Add(id, CollectionsMarshal.AsSpan(hashes));
                return true;
            });
            CompactWhenWorthwhile();
        }
    }

    /// <inheritdoc/>
    public bool Remove(Guid id)
    {
        lock (_writing)
        {
            var wasThere = Write(index => index.Slots.Remove(id));
            CompactWhenWorthwhile();
            return wasThere;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ScoredId> Search(string query, int limit, Func<Guid, bool>? filter = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var terms = Tokenizer.QueryTerms(query);
        return terms.Count == 0 || limit <= 0
            ? []
            : Read(index => Bm25Scorer.Search(index, terms, _options, limit, filter));
    }

    private void CompactWhenWorthwhile()
    {
        var removed = _index.Slots.Used - _index.Slots.Count;
        if (removed < RemovedBeforeCompacting || removed < _index.Slots.Used / 3)
        {
            return;
        }

        // Searches go on in the old index meanwhile: it is only read, and no other writer gets in.
        var compact = _index.Compact();
        _gate.EnterWriteLock();
        _index = compact;
        _gate.ExitWriteLock();
    }

    private TResult Read<TResult>(Func<InvertedIndex, TResult> read)
    {
        _gate.EnterReadLock();
        try
        {
            return read(_index);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private bool Write(Func<InvertedIndex, bool> write)
    {
        _gate.EnterWriteLock();
        try
        {
            return write(_index);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
