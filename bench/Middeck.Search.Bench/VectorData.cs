using System.Runtime.InteropServices;
using Middeck.Search.Vectors;

namespace Middeck.Search.Bench;

/// <summary>
/// Unit vectors around 200 centres, and queries from the same mixture with their true neighbours. The seeds are fixed.
/// </summary>
internal sealed class VectorData
{
    private const int Centres = 200;
    private const double Spread = 0.6;

    public VectorData(int count, int dimensions, int queries, int limit)
    {
        (Count, Dimensions, Queries, Limit) = (count, dimensions, queries, limit);
        var centres = Normals(new Random(7), Centres * dimensions);
        Vectors = Mixture(new Random(42), centres, count);
        Asked = Mixture(new Random(4242), centres, queries);
        Ids = [.. Enumerable.Range(0, count).Select(Id)];
        Truth = new int[queries * limit];
    }

    public int Count { get; }

    public int Dimensions { get; }

    public int Queries { get; }

    public int Limit { get; }

    public float[] Vectors { get; }

    public float[] Asked { get; }

    public Guid[] Ids { get; }

    /// <summary>The numbers of the nearest vectors, <see cref="Limit"/> for each query.</summary>
    public int[] Truth { get; }

    public ReadOnlySpan<float> Vector(int number) => Vectors.AsSpan(number * Dimensions, Dimensions);

    public ReadOnlySpan<float> Query(int number) => Asked.AsSpan(number % Queries * Dimensions, Dimensions);

    /// <summary>Fills <see cref="Truth"/> and returns the exact index it asked.</summary>
    public ExactVectorIndex FindTruth()
    {
        var exact = new ExactVectorIndex(Dimensions);
        for (var number = 0; number < Count; number++)
        {
            exact.Upsert(Ids[number], Vector(number));
        }

        for (var query = 0; query < Queries; query++)
        {
            var hits = exact.Search(Query(query), Limit);
            for (var rank = 0; rank < Limit; rank++)
            {
                Truth[(query * Limit) + rank] = Number(hits[rank].Id);
            }
        }

        return exact;
    }

    public double Recall(Func<int, IReadOnlyList<ScoredId>> search)
    {
        var found = 0;
        for (var query = 0; query < Queries; query++)
        {
            var expected = Truth.AsSpan(query * Limit, Limit);
            foreach (var hit in search(query))
            {
                found += expected.Contains(Number(hit.Id)) ? 1 : 0;
            }
        }

        return found / (double)(Queries * Limit);
    }

    public void Write(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "vectors.f32"), MemoryMarshal.AsBytes<float>(Vectors));
        File.WriteAllBytes(Path.Combine(folder, "queries.f32"), MemoryMarshal.AsBytes<float>(Asked));
        File.WriteAllBytes(Path.Combine(folder, "truth.i32"), MemoryMarshal.AsBytes<int>(Truth));
    }

    private float[] Mixture(Random random, float[] centres, int count)
    {
        var vectors = Normals(random, count * Dimensions);
        for (var start = 0; start < vectors.Length; start += Dimensions)
        {
            var vector = vectors.AsSpan(start, Dimensions);
            var centre = centres.AsSpan(random.Next(Centres) * Dimensions, Dimensions);
            double squares = 0;
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = (float)((vector[i] * Spread) + centre[i]);
                squares += (double)vector[i] * vector[i];
            }

            foreach (ref var component in vector)
            {
                component /= (float)Math.Sqrt(squares);
            }
        }

        return vectors;
    }

    // Box and Muller.
    private static float[] Normals(Random random, int count)
    {
        var normals = new float[count];
        foreach (ref var normal in normals.AsSpan())
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            normal = (float)(radius * double.CosPi(2 * random.NextDouble()));
        }

        return normals;
    }

    private static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static int Number(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BitConverter.ToInt32(bytes);
    }
}
