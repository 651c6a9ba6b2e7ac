using Microsoft.Extensions.Options;
using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Recognises the text of pages that are pictures.</summary>
internal sealed class PdfScan(PdfPicture drawing, TextRecognition recognition, IOptions<KnowledgeOptions> options)
{
    // A page number or a stamp is not the text of a page.
    private const int FewestLetters = 20;

    /// <summary>Whether a page has no text layer worth the name.</summary>
    public static bool IsScan(string text) => text.Count(char.IsLetterOrDigit) < FewestLetters;

    public ScannedPages Open(string pdf, DocumentSource source)
        => new(drawing, recognition, pdf, source, options.Value.MaxOcrPages);
}
