using System.IO.Compression;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>Reads and unpacks bodies within a limit that counts what comes out, so that a small body cannot become a huge one.</summary>
internal static class WebBody
{
    /// <returns>Null when it is over the limit, unless it is to be cut there.</returns>
    public static async Task<byte[]?> ReadAsync(
        HttpContent content, long maxBytes, bool cut, CancellationToken cancellationToken)
    {
        await using var raw = await content.ReadAsStreamAsync(cancellationToken);
        await using var body = content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
            "br" => new BrotliStream(raw, CompressionMode.Decompress),
            "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
        return await ReadAsync(body, maxBytes, cut, cancellationToken);
    }

    /// <summary>Unpacks a file that is itself packed, such as <c>sitemap.xml.gz</c>; others come back as they are.</summary>
    public static async Task<byte[]?> UnpackAsync(byte[] body, long maxBytes, CancellationToken cancellationToken)
    {
        if (!body.AsSpan().StartsWith<byte>([0x1F, 0x8B]))
        {
            return body;
        }

        await using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        return await ReadAsync(packed, maxBytes, false, cancellationToken);
    }

    private static async Task<byte[]?> ReadAsync(
        Stream body, long maxBytes, bool cut, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (whole.Length + read > maxBytes)
            {
                if (!cut)
                {
                    return null;
                }

                whole.Write(buffer, 0, (int)(maxBytes - whole.Length));
                break;
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }
}
