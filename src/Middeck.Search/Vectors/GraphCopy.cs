namespace Middeck.Search.Vectors;

/// <summary>Brings the vectors of an exact index into a graph, some at a time.</summary>
internal sealed class GraphCopy(ExactVectorIndex exact, HnswVectorIndex graph, int threads)
{
    private const int VectorsAtOnce = 1024;
    private const int FewEnough = 64;

    private readonly List<Guid> _present = [];
    private readonly float[] _vectors = new float[VectorsAtOnce * exact.Dimensions];
    private Guid[] _ids = [];
    private int _next;

    public HnswVectorIndex Graph => graph;

    public bool HasMore => _next < _ids.Length;

    /// <summary>Whether so little is left that others may wait for it.</summary>
    public bool IsNearlyDone => _ids.Length - _next <= FewEnough;

    public bool IsDone { get; private set; }

    /// <summary>Notes what to copy, or to remove where the exact index has it no more.</summary>
    public void Add(IReadOnlyCollection<Guid> ids)
    {
        _ids = [.. ids];
        _next = 0;
    }

    public void CopyRest()
    {
        CopySome();
        IsDone = true;
    }

    public void CopySome()
    {
        _present.Clear();
        var end = Math.Min(_ids.Length, _next + VectorsAtOnce);
        for (; _next < end; _next++)
        {
            var row = _vectors.AsSpan(_present.Count * exact.Dimensions, exact.Dimensions);
            if (exact.TryCopy(_ids[_next], row))
            {
                _present.Add(_ids[_next]);
            }
            else
            {
                graph.Remove(_ids[_next]);
            }
        }

        graph.UpsertRange(
            [.. _present], _vectors.AsSpan(0, _present.Count * exact.Dimensions), threads);
    }
}
