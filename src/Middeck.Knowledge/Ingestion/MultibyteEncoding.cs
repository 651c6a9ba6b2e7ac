using System.Buffers;
using System.Text;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Tells UTF-8, GB18030 (which holds GBK and GB2312) and Big5 apart by all of a text's bytes. Text that is none of these is
/// refused, not guessed at.
/// </summary>
internal static class MultibyteEncoding
{
    private const int BufferSize = 1 << 18;
    private const int Gb18030 = 54936;
    private const int Big5 = 950;

    // Nearly any bytes are valid GB18030; but in a text that somebody wrote most characters are frequent ones.
    private const double FewestFrequent = 0.5;

    /// <param name="content">Read from its beginning; where it stands afterwards is left open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Encoding> DetectAsync(Stream content, CancellationToken cancellationToken)
    {
        var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
        if (await BadLineAsync(content, utf8, cancellationToken) is not { } line)
        {
            return Encoding.UTF8;
        }

        var gb = Strict(Gb18030);
        var big5 = Strict(Big5);
        var shares = await SharesAsync(content, cancellationToken);
        var (first, second) = shares.Gb >= shares.Big5 ? ((gb, shares.Gb), (big5, shares.Big5)) : ((big5, shares.Big5), (gb, shares.Gb));
        foreach (var (encoding, share) in new[] { first, second })
        {
            if (share >= FewestFrequent && await BadLineAsync(content, encoding, cancellationToken) is null)
            {
                return encoding;
            }
        }

        throw KnowledgeFaults.Unreadable(
            "knowledge.text_encoding",
            $"The text is neither UTF-8, UTF-16, GBK nor Big5: line {line} holds bytes of another encoding. Save the file as UTF-8.");
    }

    private static Encoding Strict(int codePage)
        => CodePagesEncodingProvider.Instance.GetEncoding(
            codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // The line of the first bytes that are not of the encoding; null when all are.
    private static async Task<int?> BadLineAsync(Stream content, Encoding encoding, CancellationToken cancellationToken)
    {
        var decoder = encoding.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        var (line, read) = (1, 0);
        try
        {
            content.Position = 0;
            do
            {
                read = await content.ReadAsync(bytes, cancellationToken);
                var written = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
                if (characters.AsSpan(0, written).ContainsAnyInRange('\uE000', '\uF8FF') && encoding.CodePage == Gb18030)
                {
                    // Bytes of another encoding land among the private characters.
                    return line;
                }

                line += bytes.AsSpan(0, read).Count((byte)'\n');
            }
            while (read > 0);

            return null;
        }
        catch (DecoderFallbackException ex)
        {
            return line + bytes.AsSpan(0, Math.Clamp(ex.Index, 0, read)).Count((byte)'\n');
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    // How many of the pairs of bytes are frequent characters or punctuation, read as the one encoding and as the other.
    private static async Task<(double Gb, double Big5)> SharesAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[BufferSize];
        content.Position = 0;
        var (pairs, gb, big5) = (0, 0, 0);
        int? lead = null;
        int read;
        while ((read = await content.ReadAsync(bytes, cancellationToken)) > 0)
        {
            foreach (var current in bytes.AsSpan(0, read))
            {
                if (lead is not { } first)
                {
                    lead = current < 0x80 ? null : current;
                    continue;
                }

                lead = null;
                pairs++;
                // The first level of GB2312 and its symbols; the first level of Big5 and its symbols.
                gb += first is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA9) && current >= 0xA1 ? 1 : 0;
                big5 += first is >= 0xA1 and <= 0xC6 && current is (>= 0x40 and <= 0x7E) or >= 0xA1 ? 1 : 0;
            }
        }

        return pairs == 0 ? (0, 0) : ((double)gb / pairs, (double)big5 / pairs);
    }
}
