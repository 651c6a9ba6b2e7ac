namespace Middeck.Search.Vectors;

internal static class VectorLength
{
    public static void ThrowIfOther(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions)
        {
            throw new ArgumentException(
                $"A vector of {vector.Length} components does not fit an index of {dimensions}.", nameof(vector));
        }
    }
}
