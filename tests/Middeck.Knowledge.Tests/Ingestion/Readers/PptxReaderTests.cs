using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PptxReaderTests : ReaderTest
{
    private static PptxReader Reader() => new(Options());

    [Fact]
    public async Task Each_slide_is_a_page_with_its_title_table_and_notes()
    {
        var pages = await ReadAsync(Reader(), PptxFile.Talk());

        Assert.Equal([1, 2], pages.Select(page => page.Number!.Value));
        Assert.Equal(
            "# 疏散通道\n\nKeep exits free\n\n| Room | Width |\n| --- | --- |\n| Lobby | 2.4 m |\n\n## Notes\n\nSay it slowly.\n\n",
            pages[0].Text);
        Assert.Equal("Second slide\n\n", pages[1].Text);
    }

    [Fact]
    public async Task A_bomb_and_an_encrypted_file_are_not_opened()
    {
        Assert.Equal("knowledge.unpacks_too_large", (await RefusalAsync(Reader(), DocxFile.Bomb(megabytes: 20))).Code);
        Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), DocxFile.Encrypted())).Code);
    }

    [Fact]
    public async Task A_presentation_without_parts_says_so()
        => Assert.Equal(
            "knowledge.file_damaged", (await RefusalAsync(Reader(), ZipFiles.Of(("ppt/presentation.xml", "<p/>")))).Code);
}
