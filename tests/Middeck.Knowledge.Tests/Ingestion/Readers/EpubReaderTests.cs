using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class EpubReaderTests : ReaderTest
{
    private static EpubReader Reader() => new(Options());

    [Fact]
    public async Task Chapters_come_in_the_order_of_the_spine_under_their_titles()
    {
        var pages = await ReadAsync(Reader(), ZipFiles.Book());

        Assert.Equal([("第一章 通道", "消防通道"), ("Two", "## Two\n\nSecond.")], pages.Select(page => (page.Place!, page.Text.Trim())));
    }

    [Fact]
    public async Task A_chapter_that_unpacks_without_end_is_given_up()
        => Assert.Equal(
            "knowledge.unpacks_too_large",
            (await RefusalAsync(
                new EpubReader(Options(options => options.MaxTreeBytes = 1024 * 1024)),
                ZipFiles.Book("<p>" + new string(' ', 2 * 1024 * 1024) + "</p>"))).Code);

    [Fact]
    public async Task A_bomb_is_not_opened()
        => Assert.Equal(
            "knowledge.unpacks_too_large",
            (await RefusalAsync(Reader(), ZipFiles.Book("<p>" + new string(' ', 20 * 1024 * 1024) + "</p>"))).Code);

    [Fact]
    public async Task A_book_without_its_package_says_so()
        => Assert.Contains(
            "its package file is missing",
            (await RefusalAsync(Reader(), ZipFiles.Of(("META-INF/container.xml", "<container/>")))).Detail,
            StringComparison.Ordinal);
}
