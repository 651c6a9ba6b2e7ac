using System.Buffers.Binary;
using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>A stream or a folder of a compound file ([MS-CFB] 2.6).</summary>
internal sealed record CompoundEntry(string Name, byte Kind, uint Left, uint Right, uint Child, uint Start, long Size)
{
    public bool IsStorage => Kind == 1;

    public bool IsStream => Kind == 2;

    public bool IsRoot => Kind == 5;

    public static CompoundEntry Read(ReadOnlySpan<byte> bytes)
    {
        // With its end, a zero; 64 bytes at most.
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]) - 2, 0, 62);
        return new(
            Encoding.Unicode.GetString(bytes[..length]), bytes[66], Number(bytes, 68), Number(bytes, 72), Number(bytes, 76), Number(bytes, 116),
            // The upper half says nothing in files of version 3.
            Number(bytes, 120));
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
