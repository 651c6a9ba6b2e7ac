using System.Runtime.CompilerServices;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads Word documents: paragraphs, headings, lists, and tables row by row.</summary>
internal sealed class DocxReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        // An encrypted Word document is an OLE container; only its inside tells, so it is let in and refused with a reason.
        new(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileSignature.Zip,
            FileSignature.OleContainer),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in TextCut.Pages(await TextAsync(source, cancellationToken)))
        {
            yield return page;
        }
    }

    private async Task<string> TextAsync(DocumentSource source, CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        await OfficeContainer.CheckAsync(file, options.Value.MaxUnpackedBytes, cancellationToken);
        try
        {
            using var package = WordprocessingDocument.Open(file, isEditable: false);
            var main = package.MainDocumentPart ?? throw NotWord();
            using var body = main.GetStream(FileMode.Open, FileAccess.Read);
            var text = new DocxText(DocxHeadings.Of(main.StyleDefinitionsPart), options.Value.MaxCharacters);
            return text.Read(body, options.Value.MaxUnpackedBytes, cancellationToken);
        }
        catch (Exception ex) when (ex is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException)
        {
            throw NotWord(ex);
        }
    }

    private static FaultException NotWord(Exception? inner = null)
        => KnowledgeFaults.Unreadable(
            "knowledge.docx_damaged",
            inner is XmlException { LineNumber: > 0 } xml
                ? $"The Word document is damaged: its text breaks off at line {xml.LineNumber} of document.xml. "
                    + "Save it again in Word."
                : "The file is not a Word document, or it is damaged. Open it in Word and save it again as .docx.",
            inner);
}
