using System.Text;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Opens the bytes of a text as characters, piece by piece, in the encoding that the whole of them fits.</summary>
internal static class TextDecoder
{
    // Characters of a reader, small enough that its arrays are no large objects.
    private const int BufferSize = 16384;

    /// <summary>Goes through the content once to tell its encoding and stands at the text's beginning then.</summary>
    /// <param name="content">Seekable; stays open when the reader is disposed.</param>
    /// <param name="declared">The encoding that the text names itself; asked only when it is none of Unicode's, which shows by itself.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>knowledge.text_encoding</c>, with the line of the first bad byte.</exception>
    public static async Task<StreamReader> OpenAsync(Stream content, string? declared, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var start = new byte[ContentSniffer.Length];
        var filled = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var (encoding, skip) = ByMark(start.AsSpan(0, filled));
        encoding ??= Named(declared)
            ?? UnicodeGuess.Utf16(start.AsSpan(0, filled))
            ?? await MultibyteEncoding.DetectAsync(content, cancellationToken);
        content.Position = skip;
        return new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, BufferSize, leaveOpen: true);
    }

    /// <summary>The whole of a text that is known to be small.</summary>
    public static async Task<string> DecodeAsync(byte[] bytes, string? declared, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes, writable: false);
        using var reader = await OpenAsync(content, declared, cancellationToken);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>An encoding by its name; null when nobody knows it, and for UTF-8, which many name without using it.</summary>
    private static Encoding? Named(string? name)
    {
        if (name is null || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // GB2312 is a part of GB18030, and pages that name it use the whole.
        return name.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")
            : CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Array.Find(Encoding.GetEncodings(), info => info.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    ?.GetEncoding();
    }

    private static (Encoding? Encoding, int Length) ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        _ => (null, 0),
    };
}
