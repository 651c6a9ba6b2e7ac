using System.Runtime.CompilerServices;
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

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await WholeFile.ReadAsync(source.Content, options.Value.MaxCharacters, cancellationToken);
        foreach (var page in TextCut.Pages(TextDecoder.Decode(bytes)))
        {
            yield return page;
        }
    }
}
