using System.Runtime.CompilerServices;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads pictures by recognising their text.</summary>
internal sealed class PictureReader(TextRecognition recognition) : IDocumentReader
{
    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("png", "image/png", FileSignature.Picture),
        new("jpg", "image/jpeg", FileSignature.Picture),
        new("jpeg", "image/jpeg", FileSignature.Picture),
        new("tif", "image/tiff", FileSignature.Picture),
        new("tiff", "image/tiff", FileSignature.Picture),
        new("webp", "image/webp", FileSignature.Picture),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (source.Settings.Ocr == OcrMode.Off)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.ocr_off",
                "The knowledge base does not recognise text in pictures (OCR): switch that on and try again.");
        }

        if (await recognition.MissingAsync(source.Settings, cancellationToken) is { } missing)
        {
            throw new FaultException(new Fault(FaultKind.Unavailable, "knowledge.ocr_missing", missing));
        }

        var file = await source.FileAsync(cancellationToken);
        await CheckAsync(file, cancellationToken);
        var pages = await recognition.ReadAsync(file.Name, source.Settings, dotsPerInch: null, cancellationToken)
            ?? throw Unreadable();
        if (pages.All(static page => page.Text.Length == 0))
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.no_text", "No text was recognised in the picture. If it holds any, scan it again at 300 dpi.");
        }

        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Confidence < RecognizedPage.Doubtful)
            {
                source.Warn($"The text of picture {i + 1} was recognised with little certainty. Scan it again at 300 dpi.");
            }

            foreach (var page in TextCut.Pages(pages[i].Text, pages.Count == 1 ? null : i + 1))
            {
                yield return page;
            }
        }
    }

    // A text among pictures would be taken for a list of files to open.
    private static async Task CheckAsync(FileStream file, CancellationToken cancellationToken)
    {
        var start = new byte[ContentSniffer.Length];
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        if (ContentSniffer.Look(start.AsSpan(0, length)) != FileSignature.Picture)
        {
            throw Unreadable();
        }
    }

    private static FaultException Unreadable()
        => KnowledgeFaults.Unreadable(
            "knowledge.picture_unreadable",
            "The picture is damaged, or too large to be read within the limits of memory and time. Save it again as PNG.");
}
