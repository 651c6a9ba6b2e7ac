using System.Runtime.CompilerServices;
using CsvHelper;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads tables of separated values. Rows of uneven length are kept as they are.</summary>
internal sealed class DelimitedReader : IDocumentReader
{
    // A quote that nobody closes would make one record of the rest of the file.
    private const int LongestRecord = 16 * 1024 * 1024;
    private const int SampleLength = 65536;
    private const int RowsBetweenReports = 10_000;

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("csv", "text/csv", FileSignature.Text),
        new("tsv", "text/tab-separated-values", FileSignature.Text),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        var separator = await SeparatorAsync(content, source.Extension, cancellationToken);
        using var text = await TextDecoder.OpenAsync(content, declared: null, cancellationToken);
        await using var csv = CsvReader.Create(text, Options(separator), leaveOpen: true);
        var pages = new PageWriter();
        var row = new List<string>();
        while (await NextAsync(csv, cancellationToken))
        {
            row.Clear();
            for (var i = 0; i < csv.FieldCount; i++)
            {
                row.Add(csv.GetString(i));
            }

            pages.Row(row);
            if (csv.RowNumber % RowsBetweenReports == 0)
            {
                await source.ReportBytesAsync(content);
            }

            foreach (var page in pages.Full())
            {
                yield return page;
            }
        }

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private static async ValueTask<bool> NextAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException ex)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.csv_damaged",
                $"The table cannot be read at row {ex.RecordNumber:N0}: it is longer than {LongestRecord:N0} bytes. "
                + "Most likely a quotation mark there is never closed.",
                ex);
        }
    }

    private static CsvReaderOptions Options(char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        SkipEmptyLines = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private static async Task<char> SeparatorAsync(Stream content, string extension, CancellationToken cancellationToken)
    {
        if (extension == "tsv")
        {
            return '\t';
        }

        using var text = await TextDecoder.OpenAsync(content, declared: null, cancellationToken);
        var sample = new char[SampleLength];
        var length = await text.ReadBlockAsync(sample, cancellationToken);
        return CsvSeparator.Guess(sample.AsSpan(0, length));
    }
}
