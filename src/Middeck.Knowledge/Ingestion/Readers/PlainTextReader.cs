using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads plain text and Markdown. Markdown stays as it is written: its marks tell headings and tables apart.</summary>
internal sealed class PlainTextReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("txt", "text/plain", FileSignature.Text),
        new("md", "text/markdown", FileSignature.Text),
        new("markdown", "text/markdown", FileSignature.Text),
        new("mdx", "text/markdown", FileSignature.Text),
    ];

    public async Task<ExtractedText> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = await WholeFile.ReadAsync(content, options.Value.MaxCharacters, cancellationToken);
        return ExtractedText.WithoutPages(TextDecoder.Decode(bytes));
    }
}
