using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion.Programs;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class ConvertedReaderTests : ReaderTest
{
    private static readonly byte[] RichText = @"{\rtf1\ansi{\b Exits} must be kept free.\par}"u8.ToArray();

    private static ConvertedReader Reader(params string[] folders)
    {
        var programs = new ReadingPrograms(TimeProvider.System, folders.Length == 0 ? null : folders);
        return new ConvertedReader(
            new LibreOffice(programs, Options()),
            new DocxReader(Options()),
            new PptxReader(Options()),
            new SpreadsheetReader(Options()),
            Options());
    }

    [Theory]
    [InlineData("rtf", "libreoffice-writer-nogui", ".docx")]
    [InlineData("ods", "libreoffice-calc-nogui", ".xlsx")]
    [InlineData("ppt", "libreoffice-impress-nogui", ".pptx")]
    public async Task Without_LibreOffice_it_says_what_to_save_as_or_to_install(string extension, string package, string instead)
    {
        var content = extension == "ods" ? ZipFiles.Of(("content.xml", "<a/>")) : RichText;
        var fault = (await Assert.ThrowsAsync<FaultException>(() => ReadAsync(Reader("/nowhere"), content, extension))).Fault;

        Assert.Equal("knowledge.libreoffice_missing", fault.Code);
        Assert.Contains("apt-get install " + package, fault.Detail, StringComparison.Ordinal);
        Assert.Contains(instead, fault.Detail, StringComparison.Ordinal);
    }

    [LibreOfficeFact]
    public async Task Rich_text_is_converted_and_read()
        => Assert.Equal("Exits must be kept free.", Assert.Single(await ReadAsync(Reader(), RichText, "rtf")).Text.Trim());

    [LibreOfficeFact]
    public async Task An_OpenDocument_text_is_converted_with_its_headings_and_tables()
    {
        const string Content =
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
            <office:body><office:text><text:h text:outline-level="1">疏散通道</text:h><table:table>
            <table:table-column table:number-columns-repeated="2"/>
            <table:table-row><table:table-cell><text:p>Room</text:p></table:table-cell><table:table-cell><text:p>Width</text:p></table:table-cell></table:table-row>
            </table:table></office:text></office:body></office:document-content>
            """;
        var file = ZipFiles.Of(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml",
                """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
                """),
            ("content.xml", Content));

        Assert.Equal(
            "# 疏散通道\n\n| Room | Width |\n| --- | --- |", Assert.Single(await ReadAsync(Reader(), file, "odt")).Text.Trim());
    }

    [LibreOfficeFact]
    public async Task An_old_presentation_and_an_OpenDocument_one_are_read_slide_by_slide()
    {
        var slides = PptxFile.Talk();
        foreach (var extension in (string[])["ppt", "odp"])
        {
            var pages = await ReadAsync(Reader(), OfficeFile.As(extension, slides, "pptx"), extension);

            Assert.Equal([1, 2], pages.Select(page => page.Number).Distinct());
            Assert.Contains("疏散", pages[0].Text, StringComparison.Ordinal);
        }
    }

    [LibreOfficeFact]
    public async Task An_OpenDocument_sheet_and_an_old_document_are_read()
    {
        var sheet = Assert.Single(await ReadAsync(Reader(), OfficeFile.As("ods", XlsxFile.Widths(), "xlsx"), "ods"));
        var text = Assert.Single(await ReadAsync(Reader(), OfficeFile.As("doc", RichText, "rtf"), "doc"));

        Assert.Equal("Widths 宽度", sheet.Place);
        Assert.Contains("| Lobby | 2026-03-31 | 2.4 | 12.50% | 1,234.50 |", sheet.Text, StringComparison.Ordinal);
        Assert.Equal("Exits must be kept free.", text.Text.Trim());
    }

    [LibreOfficeFact]
    public async Task A_damaged_old_document_says_so()
        => Assert.Equal(
            "knowledge.file_damaged",
            (await RefusalAsync(Reader(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5000]], "doc")).Code);
}
