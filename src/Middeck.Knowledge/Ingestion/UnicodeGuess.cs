using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Recognises UTF-16 that has no mark.</summary>
internal static class UnicodeGuess
{
    private const int FewestUnits = 8;

    // Of the units; a text in another encoding, read as UTF-16, lands all over the plane.
    private const double Plausible = 0.95;

    /// <summary>By the zero bytes of Western letters, digits and line breaks, else by units that nearly all are Chinese.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        var pairs = start.Length / 2;
        return (even, odd) switch
        {
            _ when pairs < 2 => null,
            (0, _) when odd * 10 >= pairs => Encoding.Unicode,
            (_, 0) when even * 10 >= pairs => Encoding.BigEndianUnicode,
            _ => pairs < FewestUnits || IsUtf8(start) ? null : ByChinese(start),
        };
    }

    private static Encoding? ByChinese(ReadOnlySpan<byte> start)
    {
        var (little, big, units) = (0, 0, start.Length / 2);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            little += IsCommon(BinaryPrimitives.ReadUInt16LittleEndian(start[i..])) ? 1 : 0;
            big += IsCommon(BinaryPrimitives.ReadUInt16BigEndian(start[i..])) ? 1 : 0;
        }

        return little >= units * Plausible && little > big ? Encoding.Unicode
            : big >= units * Plausible && big > little ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsCommon(int unit)
        => unit is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or (>= 0x2010 and <= 0x2026) or (>= 0x3000 and <= 0x30FF)
            or (>= 0x4E00 and <= 0x9FFF) or (>= 0xFF00 and <= 0xFFEF);

    // The last character may be cut.
    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        for (var cut = 0; cut < 4 && cut <= start.Length; cut++)
        {
            if (Utf8.IsValid(start[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
