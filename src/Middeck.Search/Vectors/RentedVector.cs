using System.Buffers;

namespace Middeck.Search.Vectors;

/// <summary>Room for one vector, for as long as a call lasts.</summary>
internal readonly ref struct RentedVector(int dimensions)
{
    private readonly float[] _array = ArrayPool<float>.Shared.Rent(dimensions);

    public Span<float> Span => _array.AsSpan(0, dimensions);

    public void Dispose() => ArrayPool<float>.Shared.Return(_array);
}
