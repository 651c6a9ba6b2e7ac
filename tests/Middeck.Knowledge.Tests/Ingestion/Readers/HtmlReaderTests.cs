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

        Assert.Equal("# Exits\n\n## Width\n\nAt least 1.1 m.\n\n- free\n- lit\n\nRoom | Width\nLobby | 2.4", text.Trim());
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
        var page = string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep";

        Assert.Contains("deep", await TextAsync(Encoding.UTF8.GetBytes(page)), StringComparison.Ordinal);
    }
}
