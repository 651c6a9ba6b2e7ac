using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads the text layer of a PDF with poppler's <c>pdftotext</c>, page by page.</summary>
internal sealed class PdfReader(PdfToText program, IOptions<KnowledgeOptions> options) : IDocumentReader
{
    private const char PageBreak = '\f';

    public IReadOnlyList<FileFormat> Formats { get; } = [new("pdf", "application/pdf", FileSignature.Pdf)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        var pages = await PagesAsync(file.Name, asLaidOut: true, cancellationToken);
        if (Array.Exists(pages, PageColumns.AreSeveral))
        {
            var flowing = await PagesAsync(file.Name, asLaidOut: false, cancellationToken);
            pages = [.. pages.Zip(flowing, (laid, flow) => PageColumns.AreSeveral(laid) ? flow : laid)];
        }

        if (pages.All(string.IsNullOrWhiteSpace))
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.pdf_without_text",
                $"The PDF has no text layer: its {Pages(pages.Length)} hold pictures only, as scans do. "
                + "Run it through text recognition (OCR) and upload the result.");
        }

        for (var i = 0; i < pages.Length; i++)
        {
            foreach (var page in TextCut.Pages(LineUnwrapper.Unwrap(PageColumns.Close(pages[i])), i + 1))
            {
                yield return page;
            }
        }
    }

    // The program ends each page with a form feed, the last one too.
    private async Task<string[]> PagesAsync(string path, bool asLaidOut, CancellationToken cancellationToken)
        => (await program.RunAsync(path, asLaidOut, options.Value, cancellationToken)).Split(PageBreak)[..^1];

    private static string Pages(int count) => count == 1 ? "1 page" : $"{count} pages";
}
