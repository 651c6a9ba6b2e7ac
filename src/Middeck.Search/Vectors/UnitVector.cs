using System.Numerics.Tensors;

namespace Middeck.Search.Vectors;

/// <summary>Scales vectors to length one, so that the cosine of two of them is their dot product.</summary>
internal static class UnitVector
{
    /// <summary>Writes the scaled vector. False for a vector of zeros, which stays one.</summary>
    /// <exception cref="ArgumentException">A component is not finite.</exception>
    public static bool TryNormalize(ReadOnlySpan<float> vector, Span<float> unit)
    {
        var largest = vector.IsEmpty ? 0 : TensorPrimitives.MaxMagnitude(vector);
        if (!float.IsFinite(largest))
        {
            throw new ArgumentException("A vector must have finite components.", nameof(vector));
        }

        if (largest == 0)
        {
            unit.Clear();
            return false;
        }

        // First by the largest component: the squares of very large or very small ones would leave the range of float.
        TensorPrimitives.Divide(vector, Math.Abs(largest), unit);
        TensorPrimitives.Divide(unit, TensorPrimitives.Norm<float>(unit), unit);
        return true;
    }
}
