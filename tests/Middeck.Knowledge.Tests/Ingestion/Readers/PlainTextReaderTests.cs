using System.IO.Compression;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PlainTextReaderTests : ReaderTest
{
    [Fact]
    public async Task A_line_of_ten_megabytes_is_cut_between_words()
    {
        var pages = await ReadAsync(
            new PlainTextReader(), Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("word ", 2 * 1024 * 1024))), "log");

        Assert.All(pages, page => Assert.EndsWith("word ", page.Text, StringComparison.Ordinal));
        Assert.Equal(10 * 1024 * 1024, pages.Sum(page => page.Text.Length));
    }

    [Fact]
    public async Task A_pair_of_surrogates_is_never_cut()
    {
        var pages = await ReadAsync(new PlainTextReader(), Encoding.UTF8.GetBytes("a" + string.Concat(Enumerable.Repeat("😀", 1_000_000))));

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.False(char.IsLowSurrogate(page.Text[0])));
    }

    [Fact]
    public async Task Code_stays_as_it_is_written()
        => Assert.Equal(
            "if (a)\n{\n    b();\n}\n",
            Assert.Single(await ReadAsync(new PlainTextReader(), "if (a)\n{\n    b();\n}\n"u8.ToArray(), "cs")).Text);

    [Fact]
    public async Task White_space_alone_is_no_text()
        => Assert.Equal("knowledge.no_text", (await RefusalAsync(new PlainTextReader(), " \n\t\n"u8.ToArray())).Code);

    [Fact]
    public async Task A_stream_that_cannot_go_back_is_copied_first()
    {
        await using var forward = new GZipStream(
            new MemoryStream(Zipped(Encoding.UTF8.GetBytes("消防通道"))), CompressionMode.Decompress);
        await using var source = new DocumentSource(forward, "txt", new ReadingSettings());

        Assert.Equal("消防通道", (await new PlainTextReader().ReadAsync(source, CancellationToken.None).SingleAsync()).Text);
    }

    private static byte[] Zipped(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionMode.Compress))
        {
            zip.Write(content);
        }

        return bytes.ToArray();
    }
}
