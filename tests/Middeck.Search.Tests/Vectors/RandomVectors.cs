namespace Middeck.Search.Tests.Vectors;

internal static class RandomVectors
{
    public static float[] Uniform(Random random, int dimensions)
        => [.. Enumerable.Range(0, dimensions).Select(_ => (random.NextSingle() * 2) - 1)];

    /// <summary>Vectors around a few centres, as those of texts are; one behind the other.</summary>
    public static float[] Clustered(Random random, int count, int dimensions)
    {
        var centres = Enumerable.Range(0, 20).Select(_ => Uniform(random, dimensions)).ToArray();
        return [.. Enumerable.Range(0, count).SelectMany(_ => Near(random, centres[random.Next(centres.Length)]))];
    }

    public static double Cosine(float[] a, float[] b)
        => a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(y => (double)y * y));

    private static IEnumerable<float> Near(Random random, float[] centre)
        => centre.Select(component => component + ((random.NextSingle() - 0.5f) * 1.2f));
}
