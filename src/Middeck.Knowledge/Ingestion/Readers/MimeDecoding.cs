using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>The encodings of MIME (RFC 2045). Forgiving: mail programs are, and a wrong character is better than no mail.</summary>
internal static class MimeDecoding
{
    public static byte[] Base64(string text)
    {
        var clean = string.Concat(text.Where(static character => char.IsAsciiLetterOrDigit(character) || character is '+' or '/'));
        clean = clean[..(clean.Length - (clean.Length % 4 == 1 ? 1 : 0))];
        return Convert.FromBase64String(clean.PadRight((clean.Length + 3) / 4 * 4, '='));
    }

    /// <param name="text">Bytes as characters.</param>
    public static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                // A soft break: the line goes on.
                i += i + 1 < text.Length && text[i + 1] == '\r' ? 2 : i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
        }

        return [.. bytes];
    }

    public static byte[] Percent(string text) => QuotedPrintable(text.Replace('%', '='));

    /// <summary>A short text; in an encoding that nobody knows it is taken for UTF-8.</summary>
    public static string Text(byte[] bytes, string? charset)
    {
        var encoding = charset is null || charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            ? null
            : CodePagesEncodingProvider.Instance.GetEncoding(
                charset.StartsWith("gb", StringComparison.OrdinalIgnoreCase) ? "gb18030" : charset)
                ?? (charset.StartsWith("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null);
        return (encoding ?? Encoding.UTF8).GetString(bytes);
    }
}
