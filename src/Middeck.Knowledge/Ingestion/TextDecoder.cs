using System.Text;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Turns the bytes of a text file into text: by its byte order mark, else as UTF-8, as UTF-16 when every other byte is zero, and
/// as GB18030 (which holds GBK and GB2312). Text that is none of these is refused, not guessed at.
/// </summary>
internal static class TextDecoder
{
    private const int Gb18030 = 54936;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="Middeck.Core.Errors.FaultException"><c>knowledge.text_encoding</c>, with the line of the first bad byte.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return Encoding.UTF32.GetString(bytes[4..]);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        if (GuessUtf16(bytes[..Math.Min(bytes.Length, ContentSniffer.Length)]) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException ex)
        {
            return TryGb18030(bytes) ?? throw Undecodable(bytes, ex);
        }
    }

    /// <summary>Decodes with an encoding that the text itself names, such as an HTML page; null when it is unknown or does not fit.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> bytes, string encodingName)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? Encoding.GetEncoding(encodingName);
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>UTF-16 without a mark, told by the zero bytes of Western letters, digits and line breaks.</summary>
    public static Encoding? GuessUtf16(ReadOnlySpan<byte> start)
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
            _ => null,
        };
    }

    private static string? TryGb18030(ReadOnlySpan<byte> bytes)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            var text = encoding.GetString(bytes);

            // Nearly any bytes are valid GB18030; bytes of another encoding land among the private characters.
            return text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') < 0 ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static FaultException Undecodable(ReadOnlySpan<byte> bytes, DecoderFallbackException ex)
    {
        var line = bytes[..Math.Min(ex.Index < 0 ? 0 : ex.Index, bytes.Length)].Count((byte)'\n') + 1;
        return KnowledgeFaults.Unreadable(
            "knowledge.text_encoding",
            $"The text is neither UTF-8, UTF-16 nor GBK: line {line} holds bytes of another encoding. Save the file as UTF-8.",
            ex);
    }
}
