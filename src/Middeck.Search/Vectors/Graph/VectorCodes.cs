using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Middeck.Search.Vectors.Graph;

/// <summary>
/// Vectors as two numbers of 8 bits a component: the coarse one counts 127ths of the largest component of its vector,
/// the fine one 254ths of that. The walk through the graph reads only the coarse ones, a quarter of the bytes of
/// floats; the score that is returned uses both and differs from that of floats by less than 0.00001.
/// </summary>
internal sealed unsafe class VectorCodes
{
    private const int CoarseSteps = 127;
    private const float FineUnit = 1f / 254;
    private const int WidestQuery = 2047;
    private const int CacheLine = 64;

    // Behind each coarse row stands what makes it a unit vector.
    private readonly PinnedRows _coarse;
    private readonly PinnedRows _fine;
    private readonly int _dimensions;

    public VectorCodes(int dimensions)
    {
        _dimensions = dimensions;
        Padded = (dimensions + CodeKernel.Stride - 1) / CodeKernel.Stride * CodeKernel.Stride;
        _coarse = new PinnedRows(Padded + sizeof(float));
        _fine = new PinnedRows(Padded);
    }

    /// <summary>The components of a row with the zeros that fill it up for <see cref="CodeKernel"/>.</summary>
    public int Padded { get; }

    public long EstimatedBytes => _coarse.EstimatedBytes + _fine.EstimatedBytes;

    public void Append()
    {
        _coarse.Append();
        _fine.Append();
    }

    /// <param name="slot">An appended one.</param>
    /// <param name="vector">Finite components; the length of the vector does not matter.</param>
    public void Write(int slot, ReadOnlySpan<float> vector)
    {
        var coarse = Coarse(slot);
        var fine = (sbyte*)_fine.Row(slot);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        double squares = 0;
        for (var i = 0; i < _dimensions; i++)
        {
            var exact = largest == 0 ? 0 : vector[i] / largest * CoarseSteps;
            var rounded = MathF.Round(exact);
            var rest = MathF.Round((exact - rounded) / FineUnit);
            coarse[i] = (sbyte)rounded;
            fine[i] = (sbyte)rest;
            var stored = rounded + (rest * FineUnit);
            squares += (double)stored * stored;
        }

        *Scale(coarse) = squares == 0 ? 0 : (float)(1 / Math.Sqrt(squares));
    }

    public void CopyRow(int slot, VectorCodes from, int fromSlot)
    {
        _coarse.CopyRow(slot, from._coarse, fromSlot);
        _fine.CopyRow(slot, from._fine, fromSlot);
    }

    /// <summary>Sets a query of a search.</summary>
    /// <param name="query">Receives it.</param>
    /// <param name="unit">A unit vector.</param>
    public void SetQuery(VectorQuery query, ReadOnlySpan<float> unit)
    {
        // More bits than a code has cost nothing here; how many fit depends on how many products are added up.
        var steps = Math.Min(WidestQuery, int.MaxValue / CoarseSteps / Padded);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(unit));
        for (var i = 0; i < unit.Length; i++)
        {
            query.Coarse[i] = (short)MathF.Round(unit[i] / largest * steps);
            query.Exact[i] = unit[i];
        }

        query.Scale = largest / steps;
    }

    /// <summary>
    /// Makes a stored vector the query of a search, with the same rounding as <see cref="Similarity(int, int)"/>, so
    /// that equal vectors are equally near to a third one.
    /// </summary>
    public void SetQuery(VectorQuery query, int slot)
    {
        var coarse = Coarse(slot);
        for (var i = 0; i < Padded; i++)
        {
            query.Coarse[i] = coarse[i];
        }

        query.Scale = *Scale(coarse);
    }

    /// <summary>The cosine of the coarse parts of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Similarity(int a, int b)
    {
        var first = Coarse(a);
        var second = Coarse(b);
        return CodeKernel.Dot(first, second, Padded) * (*Scale(first) * *Scale(second));
    }

    /// <summary>About the cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Similarity(VectorQuery query, int slot)
    {
        var coarse = Coarse(slot);
        return CodeKernel.Dot(query.Coarse, coarse, Padded) * (query.Scale * *Scale(coarse));
    }

    /// <summary>The cosine as it is returned.</summary>
    public float Score(VectorQuery query, int slot)
    {
        var coarse = Coarse(slot);
        return CodeKernel.Dot(query.Exact, coarse, (sbyte*)_fine.Row(slot), FineUnit, Padded) * *Scale(coarse);
    }

    /// <summary>Asks for the coarse part, which will be needed soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int slot)
    {
        if (Sse.IsSupported)
        {
            var row = _coarse.Row(slot);
            for (var offset = 0; offset < _coarse.BytesPerRow; offset += CacheLine)
            {
                Sse.Prefetch0(row + offset);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private sbyte* Coarse(int slot) => (sbyte*)_coarse.Row(slot);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* Scale(sbyte* coarse) => (float*)(coarse + Padded);
}
