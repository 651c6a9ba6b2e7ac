using System.IO.Compression;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PlainTextReaderTests : ReaderTest
{
    private const int HundredMegabytes = 100 * 1024 * 1024;

    [Theory]
    [InlineData("The escape route is at least 1.1 m wide.\n\n")]
    [InlineData("疏散走道的净宽度不应小于一点一米。\n\n")]
    public async Task A_hundred_megabytes_stream_through_reader_and_cleaner_in_little_memory(string paragraph)
    {
        await using var file = await BigFileAsync(Encoding.UTF8.GetBytes(paragraph));
        await using var source = new DocumentSource(file, "txt", new ReadingSettings());
        var readers = new DocumentReaders([new PlainTextReader()], Options());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (peak, paragraphs) = (0L, 0L);

        await foreach (var page in readers.ReadAsync(source, CancellationToken.None)
            .Select(page => page with { Text = TextCleaner.Clean(page.Text, new ChunkingSettings()) }))
        {
            Assert.InRange(page.Text.Length, 1, ExtractedPage.MaxLength);
            paragraphs += page.Text.AsSpan().Count(paragraph.AsSpan().Trim());
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(file.Length / Encoding.UTF8.GetByteCount(paragraph), paragraphs);
        Assert.InRange(peak, 0, 40 * 1024 * 1024);
    }

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

    private static async Task<FileStream> BigFileAsync(byte[] paragraph)
    {
        var file = await TemporaryCopy.OfAsync(new MemoryStream(), CancellationToken.None);
        var block = Enumerable.Repeat(paragraph, 10_000).SelectMany(static bytes => bytes).ToArray();
        while (file.Length < HundredMegabytes)
        {
            await file.WriteAsync(block);
        }

        file.Position = 0;
        return file;
    }
}
