using System.Runtime.CompilerServices;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Reads plain text, Markdown and source code, a piece at a time. It stays as it is written: Markdown's marks tell headings and
/// tables apart.
/// </summary>
internal sealed class PlainTextReader : IDocumentReader
{
    private static readonly string[] Code =
    [
        "bat", "c", "cc", "clj", "cmake", "conf", "cpp", "cs", "css", "dart", "diff", "ex", "exs", "go", "gradle", "graphql",
        "groovy", "h", "hpp", "hs", "ini", "java", "js", "jsx", "kt", "kts", "less", "log", "lua", "m", "mjs", "mm", "patch", "php",
        "pl", "proto", "properties", "ps1", "py", "r", "rb", "rs", "rst", "scala", "scss", "sh", "sql", "svelte", "swift", "tex",
        "tf", "toml", "ts", "tsx", "vb", "vue", "yaml", "yml", "zig",
    ];

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("txt", "text/plain", FileSignature.Text),
        new("md", "text/markdown", FileSignature.Text),
        new("markdown", "text/markdown", FileSignature.Text),
        new("mdx", "text/markdown", FileSignature.Text),
        .. Code.Select(extension => new FileFormat(extension, "text/plain", FileSignature.Text) { IsCode = true }),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        using var reader = await TextDecoder.OpenAsync(content, declared: null, cancellationToken);

        // No encoding has more characters than bytes; one more shows that there are more than fit.
        var buffer = new char[Math.Min(ExtractedPage.MaxLength, content.Length) + 1];
        int filled;
        var kept = 0;
        while ((filled = kept + await reader.ReadBlockAsync(buffer.AsMemory(kept), cancellationToken)) > 0)
        {
            var length = TextCut.At(buffer.AsSpan(0, filled), ExtractedPage.MaxLength);
            yield return new ExtractedPage(null, new string(buffer, 0, length));
            kept = filled - length;
            buffer.AsSpan(length, kept).CopyTo(buffer);
            await source.ReportBytesAsync(content);
        }
    }
}
