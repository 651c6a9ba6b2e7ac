using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads the older Office formats, OpenDocument and rich text: LibreOffice converts them, and the readers of the newer formats read on.</summary>
internal sealed class ConvertedReader(
    LibreOffice libreOffice, DocxReader docx, PptxReader pptx, SpreadsheetReader sheets, IOptions<KnowledgeOptions> options) : IDocumentReader
{
    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("doc", "application/msword", FileSignature.OleContainer, FileSignature.RichText),
        new("ppt", "application/vnd.ms-powerpoint", FileSignature.OleContainer),
        new("odt", "application/vnd.oasis.opendocument.text", FileSignature.Zip),
        new("ods", "application/vnd.oasis.opendocument.spreadsheet", FileSignature.Zip),
        new("odp", "application/vnd.oasis.opendocument.presentation", FileSignature.Zip),
        new("rtf", "application/rtf", FileSignature.RichText),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        if (source.Extension.StartsWith("od", StringComparison.Ordinal))
        {
            await OfficeContainer.CheckAsync(file, source.Extension, options.Value.MaxUnpackedBytes, cancellationToken);
        }
        else if (source.Extension != "rtf" && await OfficeContainer.IsEncryptedAsync(file, cancellationToken))
        {
            throw OfficeContainer.Protected();
        }

        file.Position = 0;
        await source.ReportAsync("converting", 0);
        using var folder = new TemporaryFolder();
        await using var converted = File.OpenRead(
            await libreOffice.ConvertAsync(file, source.Extension, Target(source.Extension), folder, cancellationToken));
        await foreach (var page in Pages(converted, source, cancellationToken))
        {
            yield return page;
        }
    }

    private static string Target(string extension) => extension switch
    {
        "ppt" or "odp" => "pptx",
        "ods" => "xlsx",
        _ => "docx",
    };

    private IAsyncEnumerable<ExtractedPage> Pages(FileStream file, DocumentSource source, CancellationToken cancellationToken)
        => Target(source.Extension) switch
        {
            "pptx" => pptx.ReadAsync(file, cancellationToken),
            "xlsx" => sheets.ReadAsync(file, "xlsx", source, cancellationToken),
            _ => docx.ReadAsync(file, cancellationToken),
        };
}
