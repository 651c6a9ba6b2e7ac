using System.Text;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class HtmlReaderTests : ReaderTest
{
    private static async Task<string> TextAsync(byte[] page)
        => Assert.Single(await ReadAsync(new HtmlReader(Options()), page)).Text;

    [Fact]
    public async Task The_text_that_a_reader_sees_is_kept_and_scripts_are_not()
    {
        var text = await TextAsync(Encoding.UTF8.GetBytes(
            """
            <html><head><title>Exits</title><style>p{}</style></head><body>
            <script>alert(1)</script><h2>Width</h2><p>At least
              <b>1.1</b> m.</p><ul><li>free</li><li><p>lit</p></li></ul>
            <table><tr><th>Room</th><th><p>Width</p></th></tr><tr><td>Lobby</td><td>2.4</td></tr></table>
            <div hidden>secret</div></body></html>
            """));

        Assert.Equal("# Exits\n\n## Width\n\nAt least 1.1 m.\n\n- free\n- lit\n\n| Room | Width |\n| --- | --- |\n| Lobby | 2.4 |", text.Trim());
    }

    [Fact]
    public async Task A_page_is_read_in_the_encoding_that_it_declares()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

        Assert.Contains("消防通道", await TextAsync(big5.GetBytes("<meta charset=\"big5\"><p>消防通道</p>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_without_end_is_no_danger()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 10_000)) + "deep";

        Assert.Contains("deep", await TextAsync(Encoding.UTF8.GetBytes(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_levels_are_refused_before_they_take_hours()
        => Assert.Equal(
            "knowledge.html_too_deep",
            (await RefusalAsync(
                new HtmlReader(Options()), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 1_000_000))))).Code);

    [Fact]
    public async Task A_table_that_lays_out_the_page_is_no_table()
    {
        var text = await TextAsync(
            "<table><tr><td><h2>Menu</h2></td><td><p>Text</p><table><tr><th>a|b</th><th>c</th></tr></table></td></tr></table>"u8.ToArray());

        Assert.Equal("## Menu\n\nText\n\n| a\\|b | c |\n| --- | --- |", text.Trim());
    }

    [Fact]
    public async Task What_a_reader_cannot_see_is_left_out()
        => Assert.Equal(
            "seen",
            (await TextAsync("<p style='color:red; display: none'>a</p><p aria-hidden=true>b</p><p>seen<script>c</script></p>"u8.ToArray())).Trim());

    [Fact]
    public async Task Empty_tags_of_XHTML_swallow_nothing()
    {
        var page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='a.js'/></head><body><p>kept</p></body></html>";

        Assert.Equal(
            "kept",
            Assert.Single(await ReadAsync(new HtmlReader(Options()), Encoding.UTF8.GetBytes(page), "xhtml")).Text.Trim());
    }

    [Fact]
    public async Task A_long_page_comes_in_several_and_a_huge_one_is_refused()
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>Exits must be kept free.</p>", 100_000)));

        var pages = await ReadAsync(new HtmlReader(Options()), page);

        Assert.Equal(3, pages.Count);
        Assert.All(pages, part => Assert.EndsWith("free.\n\n", part.Text, StringComparison.Ordinal));
        var fault = await RefusalAsync(new HtmlReader(Options(options => options.MaxTreeBytes = 1024 * 1024)), page);
        Assert.Equal("knowledge.html_too_large", fault.Code);
    }
}
