using System.Runtime.InteropServices;

namespace Middeck.Knowledge.Indexing;

/// <summary>Vectors as they lie in rows: 32-bit floats, little-endian as on x64 and arm64, the machines that the platform runs on.</summary>
internal static class VectorBytes
{
    public static byte[] Of(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();

    public static ReadOnlySpan<float> Read(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes);
}
