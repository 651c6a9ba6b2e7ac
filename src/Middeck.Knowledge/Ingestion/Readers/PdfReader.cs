using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads PDFs some pages at a time: their text layer, and where a page has none, the text that is recognised in its picture.</summary>
internal sealed class PdfReader(
    ReadingPrograms programs, PdfScan scan, IOptions<KnowledgeOptions> options, TimeProvider clock) : IDocumentReader
{
    private const int PagesAtOnce = 50;

    public IReadOnlyList<FileFormat> Formats { get; } = [new("pdf", "application/pdf", FileSignature.Pdf)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        var pdf = new PdfText(programs, options.Value, clock, file.Name);
        var count = await pdf.CountAsync(cancellationToken);
        using var pictures = scan.Open(file.Name, source);
        var empty = true;
        for (var first = 1; first <= count; first += PagesAtOnce)
        {
            var texts = await TextsAsync(pdf, first, Math.Min(first + PagesAtOnce - 1, count), cancellationToken);
            for (var i = 0; i < texts.Length; i++)
            {
                var number = first + i;
                await source.ReportAsync(FormattableString.Invariant($"page {number} of {count}"), (double)(number - 1) / count);
                var text = LineUnwrapper.Unwrap(PageColumns.Close(texts[i]));
                if (PdfScan.IsScan(text) && source.Settings.Ocr == OcrMode.Auto)
                {
                    text = await pictures.ReadAsync(number, cancellationToken) is { Length: > 0 } found && found.Length > text.Length
                        ? found
                        : text;
                }

                empty &= string.IsNullOrWhiteSpace(text);
                foreach (var page in TextCut.Pages(text, number))
                {
                    yield return page;
                }
            }
        }

        if (empty)
        {
            throw WithoutText(count, source);
        }
    }

    private static async Task<string[]> TextsAsync(PdfText pdf, int first, int last, CancellationToken cancellationToken)
    {
        var pages = await pdf.PagesAsync(first, last, asLaidOut: true, cancellationToken);
        if (!Array.Exists(pages, PageColumns.AreSeveral))
        {
            return pages;
        }

        var flowing = await pdf.PagesAsync(first, last, asLaidOut: false, cancellationToken);
        return [.. pages.Zip(flowing, (laid, flow) => PageColumns.AreSeveral(laid) ? flow : laid)];
    }

    private static FaultException WithoutText(int count, DocumentSource source)
    {
        var pages = count == 1 ? "1 page holds" : FormattableString.Invariant($"{count} pages hold");
        var reason = source.Settings.Ocr == OcrMode.Off
            ? "The knowledge base does not recognise text in pictures (OCR): switch that on and try again."
            : string.Join(' ', source.Warnings.Take(3));
        return KnowledgeFaults.Unreadable(
            "knowledge.pdf_without_text", $"The PDF has no text layer: its {pages} pictures only, as scans do. {reason}".TrimEnd());
    }
}
