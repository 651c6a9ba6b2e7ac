using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Middeck.Search.Vectors.Graph;

/// <summary>Dot products of 8-bit codes. Every length is a multiple of <see cref="Stride"/>.</summary>
internal static unsafe class CodeKernel
{
    public const int Stride = 16;

    /// <summary>A query of 16-bit components against a code. The caller sees to it that the sum fits 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(short* query, sbyte* code, int length)
    {
        if (!Avx2.IsSupported)
        {
            return PortableDot(query, code, length);
        }

        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        var i = 0;
        for (; i <= length - (2 * Stride); i += 2 * Stride)
        {
            even += Avx2.MultiplyAddAdjacent(Vector256.Load(query + i), Avx2.ConvertToVector256Int16(code + i));
            odd += Avx2.MultiplyAddAdjacent(
                Vector256.Load(query + i + Stride), Avx2.ConvertToVector256Int16(code + i + Stride));
        }

        if (i < length)
        {
            even += Avx2.MultiplyAddAdjacent(Vector256.Load(query + i), Avx2.ConvertToVector256Int16(code + i));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>Two codes against each other; fits 32 bits up to 130,000 components.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(sbyte* a, sbyte* b, int length)
    {
        if (!Avx2.IsSupported)
        {
            return PortableDot(a, b, length);
        }

        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        var i = 0;
        for (; i <= length - (2 * Stride); i += 2 * Stride)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(a + i), Avx2.ConvertToVector256Int16(b + i));
            odd += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(a + i + Stride), Avx2.ConvertToVector256Int16(b + i + Stride));
        }

        if (i < length)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(a + i), Avx2.ConvertToVector256Int16(b + i));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>The query against <c>coarse + fine * fineUnit</c>.</summary>
    public static float Dot(float* query, sbyte* coarse, sbyte* fine, float fineUnit, int length)
    {
        if (Avx2.IsSupported && Fma.IsSupported)
        {
            return WideDot(query, coarse, fine, fineUnit, length);
        }

        return PortableDot(query, coarse, fine, fineUnit, length);
    }

    public static float PortableDot(float* query, sbyte* coarse, sbyte* fine, float fineUnit, int length)
    {
        var sum = Vector128<float>.Zero;
        var fineSum = Vector128<float>.Zero;
        for (var i = 0; i < length; i += Stride)
        {
            AddProducts(ref sum, query + i, coarse + i);
            AddProducts(ref fineSum, query + i, fine + i);
        }

        return Vector128.Sum(sum) + (Vector128.Sum(fineSum) * fineUnit);
    }

    private static float WideDot(float* query, sbyte* coarse, sbyte* fine, float fineUnit, int length)
    {
        const int AtOnce = 8;
        var sum = Vector256<float>.Zero;
        var fineSum = Vector256<float>.Zero;
        for (var i = 0; i < length; i += AtOnce)
        {
            var components = Vector256.Load(query + i);
            var first = Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(coarse + i));
            var second = Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(fine + i));
            sum = Fma.MultiplyAdd(components, first, sum);
            fineSum = Fma.MultiplyAdd(components, second, fineSum);
        }

        return Vector256.Sum(sum) + (Vector256.Sum(fineSum) * fineUnit);
    }

    public static int PortableDot(short* query, sbyte* code, int length)
    {
        var sum = Vector128<int>.Zero;
        for (var i = 0; i < length; i += Stride)
        {
            var (low, high) = Vector128.Widen(Vector128.Load(code + i));
            sum += Products(Vector128.Load(query + i), low) + Products(Vector128.Load(query + i + (Stride / 2)), high);
        }

        return Vector128.Sum(sum);
    }

    public static int PortableDot(sbyte* a, sbyte* b, int length)
    {
        var sum = Vector128<int>.Zero;
        for (var i = 0; i < length; i += Stride)
        {
            var (aLow, aHigh) = Vector128.Widen(Vector128.Load(a + i));
            var (bLow, bHigh) = Vector128.Widen(Vector128.Load(b + i));
            sum += Products(aLow, bLow) + Products(aHigh, bHigh);
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> Products(Vector128<short> a, Vector128<short> b)
    {
        var (aLow, aHigh) = Vector128.Widen(a);
        var (bLow, bHigh) = Vector128.Widen(b);
        return (aLow * bLow) + (aHigh * bHigh);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProducts(ref Vector128<float> sum, float* query, sbyte* code)
    {
        var (low, high) = Vector128.Widen(Vector128.Load(code));
        var (first, second) = Vector128.Widen(low);
        var (third, fourth) = Vector128.Widen(high);
        sum += (Vector128.ConvertToSingle(first) * Vector128.Load(query))
            + (Vector128.ConvertToSingle(second) * Vector128.Load(query + 4))
            + (Vector128.ConvertToSingle(third) * Vector128.Load(query + 8))
            + (Vector128.ConvertToSingle(fourth) * Vector128.Load(query + 12));
    }
}
