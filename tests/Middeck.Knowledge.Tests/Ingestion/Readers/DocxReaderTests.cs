using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class DocxReaderTests : ReaderTest
{
    private static DocxReader Reader() => new(Options());

    [Fact]
    public async Task Headings_lists_and_tables_are_kept()
        => Assert.Equal(
            "# 疏散通道\n\n疏散走道的净宽度不应小于 1.1 m。\n\n- Keep exits free\n\n| Room | Width |\n| --- | --- |\n| Lobby | 2.4 m |\n\n",
            Assert.Single(await ReadAsync(Reader(), DocxFile.Handbook())).Text);

    [Fact]
    public async Task A_bomb_is_not_opened()
        => Assert.Equal("knowledge.unpacks_too_large", (await RefusalAsync(Reader(), DocxFile.Bomb(megabytes: 20))).Code);

    [Fact]
    public async Task An_encrypted_document_says_that_it_needs_a_password()
        => Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), DocxFile.Encrypted())).Code);

    [Fact]
    public async Task An_old_document_says_what_to_do()
        => Assert.Equal(
            "knowledge.old_office_format",
            (await RefusalAsync(Reader(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5000]])).Code);

    [Fact]
    public async Task An_archive_that_is_no_document_says_so()
        => Assert.Equal("knowledge.docx_damaged", (await RefusalAsync(Reader(), DocxFile.PlainZip())).Code);

    [Fact]
    public async Task A_torn_document_says_so()
        => Assert.Equal("knowledge.docx_damaged", (await RefusalAsync(Reader(), DocxFile.Handbook()[..700])).Code);

    [Fact]
    public async Task A_bomb_that_lies_about_its_length_is_not_opened()
        => Assert.Contains(
            (await RefusalAsync(Reader(), DocxFile.Bomb(megabytes: 20, declared: 1000))).Code,
            new[] { "knowledge.unpacks_too_large", "knowledge.docx_damaged" });

    [Fact]
    public async Task A_workbook_named_docx_is_refused_with_what_it_is()
    {
        var fault = await RefusalAsync(Reader(), XlsxFile.Widths());

        Assert.Equal("knowledge.content_differs", fault.Code);
        Assert.Contains("named .docx but is an Excel workbook", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_document_comes_in_several_pages_and_its_table_goes_on_with_its_header()
    {
        var pages = await ReadAsync(Reader(), DocxFile.LongTable(rows: 30_000));

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.StartsWith("| Room | Width |\n| --- | --- |\n| ", page.Text, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.InRange(page.Text.Length, 1, ExtractedPage.MaxLength));
        Assert.Equal(30_000, pages.Sum(page => page.Text.Split('\n').Count(line => line.StartsWith("| Hall", StringComparison.Ordinal))));
    }
}
