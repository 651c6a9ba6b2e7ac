using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace Middeck.Search.Vectors;

/// <summary>
/// A vector index in memory that compares the query with every vector: always right, and for small collections fast,
/// since the scan runs about as fast as memory can be read.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A reader-writer lock that nobody waits for holds nothing but memory, and an index that was "
        + "evicted may still be in use by a search, so nobody could say when to dispose of it.")]
public sealed class ExactVectorIndex : IVectorIndex
{
    private const int BytesPerId = 64;

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<Guid, int> _rowOf = [];
    private readonly List<Guid> _ids = [];
    private readonly VectorRows _rows;

    /// <param name="dimensions">The length of every vector, 1 or more.</param>
    public ExactVectorIndex(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        Dimensions = dimensions;
        _rows = new VectorRows(dimensions);
    }

    /// <inheritdoc/>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public int Count => _gate.Read(() => _ids.Count);

    /// <inheritdoc/>
    public long EstimatedBytes => _gate.Read(() => _rows.EstimatedBytes + (_ids.Capacity * (long)BytesPerId));

    /// <inheritdoc/>
    public void Upsert(Guid id, ReadOnlySpan<float> vector)
    {
        VectorLength.ThrowIfOther(vector, Dimensions);
        using var unit = new RentedVector(Dimensions);
        UnitVector.TryNormalize(vector, unit.Span);

        _gate.EnterWriteLock();
        try
        {
            unit.Span.CopyTo(_rowOf.TryGetValue(id, out var row) ? _rows.Row(row) : Append(id));
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public bool Remove(Guid id)
    {
        _gate.EnterWriteLock();
        try
        {
            if (!_rowOf.Remove(id, out var row))
            {
                return false;
            }

            FillGap(row);
            return true;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ScoredId> Search(ReadOnlySpan<float> query, int limit, Func<Guid, bool>? filter = null)
    {
        VectorLength.ThrowIfOther(query, Dimensions);
        using var unit = new RentedVector(Dimensions);
        if (!UnitVector.TryNormalize(query, unit.Span) || limit <= 0)
        {
            return [];
        }

        _gate.EnterReadLock();
        try
        {
            return Scan(unit.Span, new TopScores(limit, _ids.Count, filter));
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>The ids of all vectors at this moment.</summary>
    internal Guid[] Ids() => _gate.Read(() => _ids.ToArray());

    /// <summary>Reads a vector, scaled to length one. False when the id is not there.</summary>
    internal bool TryCopy(Guid id, Span<float> destination)
    {
        _gate.EnterReadLock();
        try
        {
            if (!_rowOf.TryGetValue(id, out var row))
            {
                return false;
            }

            _rows.Row(row).CopyTo(destination);
            return true;
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private IReadOnlyList<ScoredId> Scan(ReadOnlySpan<float> query, TopScores top)
    {
        var row = 0;
        for (var number = 0; number < _rows.BlockCount; number++)
        {
            for (var block = _rows.Block(number); !block.IsEmpty; block = block[query.Length..])
            {
                var score = TensorPrimitives.Dot(query, block[..query.Length]);
                if (score >= top.Floor)
                {
                    top.Offer(_ids[row], score);
                }

                row++;
            }
        }

        return top.ToSortedList();
    }

    private Span<float> Append(Guid id)
    {
        _rowOf.Add(id, _ids.Count);
        _ids.Add(id);
        return _rows.Append();
    }

    // The last row moves into the gap, so the scan never meets a hole.
    private void FillGap(int gap)
    {
        var last = _ids.Count - 1;
        if (gap != last)
        {
            _rows.Row(last).CopyTo(_rows.Row(gap));
            _ids[gap] = _ids[last];
            _rowOf[_ids[gap]] = gap;
        }

        _ids.RemoveAt(last);
        _rows.RemoveLast();
    }
}
