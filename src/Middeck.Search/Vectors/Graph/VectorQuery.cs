using System.Runtime.CompilerServices;

namespace Middeck.Search.Vectors.Graph;

/// <summary>The room for a query: rounded for the walk, exact for the score.</summary>
internal sealed unsafe class VectorQuery
{
    private readonly short[] _coarse;
    private readonly float[] _exact;

    public VectorQuery(int padded)
    {
        _coarse = GC.AllocateArray<short>(padded, pinned: true);
        _exact = GC.AllocateArray<float>(padded, pinned: true);
        Coarse = (short*)Unsafe.AsPointer(ref _coarse[0]);
        Exact = (float*)Unsafe.AsPointer(ref _exact[0]);
    }

    public short* Coarse { get; }

    public float* Exact { get; }

    /// <summary>What a step of <see cref="Coarse"/> is worth.</summary>
    public float Scale { get; set; }

    public long EstimatedBytes => _coarse.Length * (long)(sizeof(short) + sizeof(float));
}
