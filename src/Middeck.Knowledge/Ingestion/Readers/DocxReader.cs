using System.Runtime.CompilerServices;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads Word documents: paragraphs, headings, lists, and tables row by row.</summary>
internal sealed class DocxReader(IOptions<KnowledgeOptions> options)
    : OfficeReader("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
{
    public override async IAsyncEnumerable<ExtractedPage> ReadAsync(
        FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await OfficeContainer.CheckAsync(file, "docx", options.Value.MaxUnpackedBytes, cancellationToken);
        foreach (var page in Guarded.Pages(Read(file, cancellationToken), static ex => OfficeContainer.Damaged(
            "docx",
            ex is XmlException { LineNumber: > 0 } xml
                ? $"its text breaks off at line {xml.LineNumber} of document.xml"
                : "it is not a Word document, or parts of it are missing",
            ex)))
        {
            yield return page;
        }
    }

    private IEnumerable<ExtractedPage> Read(FileStream file, CancellationToken cancellationToken)
    {
        using var package = Guarded.Library(() => WordprocessingDocument.Open(file, isEditable: false));
        var main = package.MainDocumentPart ?? throw new InvalidDataException("There is no main part.");
        using var body = main.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = SafeXml.Open(body, options.Value.MaxUnpackedBytes);
        var headings = Guarded.Library(() => DocxHeadings.Of(main.StyleDefinitionsPart));
        foreach (var page in new DocxText(headings).Read(xml, cancellationToken))
        {
            yield return page;
        }
    }
}
