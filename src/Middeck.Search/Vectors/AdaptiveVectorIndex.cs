using System.Runtime.CompilerServices;

namespace Middeck.Search.Vectors;

/// <summary>
/// A vector index in memory that suits its size: an <see cref="ExactVectorIndex"/> while it is small, an
/// <see cref="HnswVectorIndex"/> once it has grown. The graph is built beside the searches, which go on in the exact
/// index until it is ready; it stays one when vectors are removed.
/// </summary>
public sealed class AdaptiveVectorIndex : IVectorIndex
{
    private readonly AdaptiveVectorOptions _options;
    private readonly Lock _writing = new();
    private long _graphFrom;
    private volatile IVectorIndex _current;
    private volatile HnswVectorIndex? _growing;
    private volatile Task _settled = Task.CompletedTask;

    // What was written to the exact index since the graph began to copy it; null while no graph is being built.
    private HashSet<Guid>? _changed;

    /// <param name="dimensions">The length of every vector, 1 or more.</param>
    /// <param name="options">The defaults when null.</param>
    public AdaptiveVectorIndex(int dimensions, AdaptiveVectorOptions? options = null)
    {
        _options = options ?? new AdaptiveVectorOptions();
        _current = new ExactVectorIndex(dimensions);
        _graphFrom = _options.GraphFromComponents / dimensions;
    }

    /// <inheritdoc/>
    public int Dimensions => _current.Dimensions;

    /// <inheritdoc/>
    public int Count => _current.Count;

    /// <inheritdoc/>
    public long EstimatedBytes => _current.EstimatedBytes + (_growing?.EstimatedBytes ?? 0);

    /// <summary>
    /// Ends when the graph that is being built is in use; has ended when none is. It fails when the graph could not be
    /// built: the index goes on as an exact one then and tries again at twice the size.
    /// </summary>
    public Task Settled => _settled;

    /// <summary>Whether the searches are those of a graph.</summary>
    internal bool IsGraph => _current is HnswVectorIndex;

    /// <inheritdoc/>
    public void Upsert(Guid id, ReadOnlySpan<float> vector)
    {
        lock (_writing)
        {
            _current.Upsert(id, vector);
            _changed?.Add(id);
            if (_changed is null && _current is ExactVectorIndex exact && exact.Count >= _graphFrom)
            {
                BeginGraph(exact);
            }
        }
    }

    /// <inheritdoc/>
    public bool Remove(Guid id)
    {
        lock (_writing)
        {
            var wasThere = _current.Remove(id);
            if (wasThere)
            {
                _changed?.Add(id);
            }

            return wasThere;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ScoredId> Search(ReadOnlySpan<float> query, int limit, Func<Guid, bool>? filter = null)
        => _current.Search(query, limit, filter);

    private void BeginGraph(ExactVectorIndex exact)
    {
        var threads = _options.BuildThreads > 0 ? _options.BuildThreads : Math.Max(1, Environment.ProcessorCount / 2);
        var graph = new HnswVectorIndex(exact.Dimensions, _options.Graph);
        _changed = [.. exact.Ids()];
        _growing = graph;

        // The builder holds the index only from step to step: nobody builds a graph for an index that was evicted.
        var index = new WeakReference<AdaptiveVectorIndex>(this);
        _settled = Task.Factory.StartNew(
            () =>
            {
                var copy = new GraphCopy(exact, graph, threads);
                while (!copy.IsDone && TryStep(index, copy))
                {
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    // A method of its own and not inlined, so that the reference to the index ends with each step.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryStep(WeakReference<AdaptiveVectorIndex> reference, GraphCopy copy)
    {
        if (!reference.TryGetTarget(out var index))
        {
            return false;
        }

        try
        {
            index.Step(copy);
            return true;
        }
        catch
        {
            index.GiveUp();
            throw;
        }
    }

    private void Step(GraphCopy copy)
    {
        if (copy.HasMore)
        {
            copy.CopySome();
            return;
        }

        lock (_writing)
        {
            copy.Add(_changed!);
            _changed!.Clear();
            if (copy.IsNearlyDone)
            {
                // The rest is short enough for writers to wait for it, else a steady one would never let it end.
                copy.CopyRest();
                _current = copy.Graph;
                _growing = null;
                _changed = null;
            }
        }
    }

    private void GiveUp()
    {
        lock (_writing)
        {
            _graphFrom = _current.Count * 2L;
            _growing = null;
            _changed = null;
        }
    }
}
