using System.Text;

namespace Middeck.Studio.Tables;

/// <summary>Tells the encoding of a small table: a mark of Unicode's, UTF-8 when all of it fits, else GB18030, which holds GBK.</summary>
internal static class CsvText
{
    /// <exception cref="Core.Errors.FaultException"><c>….import_unreadable</c>.</exception>
    public static string Decode(byte[] bytes, TableFaults faults)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict(Encoding.UTF8).GetString(bytes.AsSpan(3)),
                [0xFF, 0xFE, ..] => Strict(Encoding.Unicode).GetString(bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => Strict(Encoding.BigEndianUnicode).GetString(bytes.AsSpan(2)),
                _ => System.Text.Unicode.Utf8.IsValid(bytes)
                    ? Encoding.UTF8.GetString(bytes)
                    : Strict(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw faults.Unreadable("it is neither UTF-8 nor GBK; save it as CSV UTF-8");
        }
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
