using System.Runtime.CompilerServices;
using System.Text;
using ExcelDataReader;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads Excel workbooks, the newer and the older kind: each sheet is a place, and its rows are a table of what the cells show.</summary>
internal sealed class SpreadsheetReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    private const int RowsBetweenReports = 10_000;

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileSignature.Zip,
            FileSignature.OleContainer),
        new("xls", "application/vnd.ms-excel", FileSignature.OleContainer),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        await foreach (var page in ReadAsync(file, source.Extension, source, cancellationToken))
        {
            yield return page;
        }
    }

    /// <summary>Reads a workbook that lies in a file.</summary>
    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        FileStream file, string extension, DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (extension == "xlsx")
        {
            await OfficeContainer.CheckAsync(file, extension, options.Value.MaxUnpackedBytes, cancellationToken);
        }
        else if (await OfficeContainer.IsEncryptedAsync(file, cancellationToken))
        {
            throw OfficeContainer.Protected();
        }

        file.Position = 0;
        var at = new SheetPosition();
        foreach (var page in Guarded.Pages(Read(file, extension, at, cancellationToken), ex => Refusal(ex, extension, at)))
        {
            await source.ReportAsync(at.Fact, at.Share);
            yield return page;
        }
    }

    private static IEnumerable<ExtractedPage> Read(
        FileStream file, string extension, SheetPosition at, CancellationToken cancellationToken)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var configuration = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding(936) };
        using var reader = Guarded.Library(() => extension == "xlsx"
            ? ExcelReaderFactory.CreateOpenXmlReader(file, configuration)
            : ExcelReaderFactory.CreateBinaryReader(file, configuration));
        var pages = new PageWriter();
        at.Sheets = reader.ResultsCount;
        do
        {
            at.Begin(reader.Name);
            pages.Begin(null, reader.Name);
            var cells = new SheetCells(reader);
            var titled = false;
            while (Guarded.Library(reader.Read))
            {
                at.Row++;
                if (at.Row % RowsBetweenReports == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                var (row, filled) = cells.Row();
                if (filled > 0 && !titled)
                {
                    pages.Block("# " + reader.Name);
                    titled = true;
                }

                pages.Row(row, filled);
                foreach (var page in pages.Full())
                {
                    yield return page;
                }
            }

            at.End();
        }
        while (Guarded.Library(reader.NextResult));

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private static FaultException Refusal(Exception ex, string extension, SheetPosition at)
        => ex is ExcelDataReader.Exceptions.InvalidPasswordException
            ? OfficeContainer.Protected()
            : OfficeContainer.Damaged(extension, at.Where, ex);
}
