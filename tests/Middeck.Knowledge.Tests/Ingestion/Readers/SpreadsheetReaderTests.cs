using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class SpreadsheetReaderTests : ReaderTest
{
    private static SpreadsheetReader Reader() => new(Options());

    [Fact]
    public async Task A_sheet_is_a_table_of_what_its_cells_show()
    {
        var page = Assert.Single(await ReadAsync(Reader(), XlsxFile.Widths()));

        Assert.Equal("Widths 宽度", page.Place);
        Assert.Equal(
            """
            # Widths 宽度

            Widths of 2026

            | Room\|Hall | Checked | Checked | Share | Sum |
            | --- | --- | --- | --- | --- |
            | Lobby | 2026-03-31 | 2.4 | 12.50% | 1,234.50 |
            | 大厅 | 2026-03-31 12:00:00 | 0.1 | 100.00% | 2026-03-31 |


            """,
            page.Text);
    }

    [LibreOfficeFact]
    public async Task A_workbook_of_the_older_kind_shows_the_same()
    {
        var page = Assert.Single(await ReadAsync(Reader(), OfficeFile.As("xls", XlsxFile.Widths(), "xlsx"), "xls"));

        Assert.Equal("Widths 宽度", page.Place);
        Assert.Equal(Assert.Single(await ReadAsync(Reader(), XlsxFile.Widths())).Text, page.Text);
    }

    [Fact]
    public async Task An_encrypted_workbook_says_that_it_needs_a_password()
    {
        Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), DocxFile.Encrypted(), "xlsx")).Code);
        Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), DocxFile.Encrypted(), "xls")).Code);
    }

    [Fact]
    public async Task A_torn_workbook_says_so()
    {
        Assert.Equal("knowledge.file_damaged", (await RefusalAsync(Reader(), XlsxFile.Widths()[..900], "xlsx")).Code);
        Assert.Equal(
            "knowledge.file_damaged",
            (await RefusalAsync(Reader(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5000]], "xls")).Code);
    }

    [Fact]
    public async Task A_sheet_that_breaks_off_says_where()
    {
        var file = ZipFiles.Of(
            ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            ("xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='Torn' sheetId='1' r:id='r1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
            ("xl/worksheets/sheet1.xml",
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r="));

        var fault = await RefusalAsync(Reader(), file, "xlsx");

        Assert.Equal("knowledge.file_damaged", fault.Code);
        Assert.Contains("its first sheet cannot be read", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_many_rows_streams_with_its_header_repeated()
    {
        await using var file = await TemporaryCopy.OfAsync(new MemoryStream(), CancellationToken.None);
        XlsxFile.WriteRows(file, rows: 100_000);
        file.Position = 0;
        await using var source = new DocumentSource(file, "xlsx", new ReadingSettings());

        var (pages, rows) = (0, 0);
        await foreach (var page in Reader().ReadAsync(source, CancellationToken.None))
        {
            pages++;
            Assert.InRange(page.Text.Length, 1, ExtractedPage.MaxLength);
            Assert.Contains("| Name |", page.Text[..100], StringComparison.Ordinal);
            rows += page.Text.AsSpan().Count("\n| Room");
        }

        Assert.True(pages > 5);
        Assert.Equal(99_999, rows);
    }
}
