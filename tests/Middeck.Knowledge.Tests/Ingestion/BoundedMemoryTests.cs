using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion;

/// <summary>What is alive in memory is measured, so nothing else may run meanwhile.</summary>
[Collection(nameof(BoundedMemory))]
public sealed class BoundedMemoryTests : ReaderTest
{
    private const int HundredMegabytes = 100 * 1024 * 1024;
    private const int Bound = 40 * 1024 * 1024;

    [Theory]
    [InlineData("txt", "The escape route is at least 1.1 m wide.\n\n")]
    [InlineData("txt", "疏散走道的净宽度不应小于一点一米。\n\n")]
    [InlineData("csv", "疏散走道,1.1,\"not less\"\n")]
    public async Task A_hundred_megabytes_stream_through_reader_and_cleaner(string extension, string unit)
    {
        await using var file = await BigFileAsync(Encoding.UTF8.GetBytes(unit));
        await using var source = new DocumentSource(file, extension, new ReadingSettings());
        var readers = new DocumentReaders([new PlainTextReader(), new DelimitedReader()], Options());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (peak, units) = (0L, 0L);

        await foreach (var page in readers.ReadAsync(source, CancellationToken.None)
            .Select(page => page with { Text = TextCleaner.Clean(page.Text, new ChunkingSettings()) }))
        {
            Assert.InRange(page.Text.Length, 1, ExtractedPage.MaxLength);
            units += page.Text.AsSpan().Count(extension == "csv" ? "not less" : unit.AsSpan().Trim());
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        // Each page of a table repeats its header, which is one row here.
        var expected = file.Length / Encoding.UTF8.GetByteCount(unit);
        Assert.InRange(units, expected, expected * 1.001);
        Assert.InRange(peak, 0, Bound);
    }

    private static async Task<FileStream> BigFileAsync(byte[] unit)
    {
        var file = await TemporaryCopy.OfAsync(new MemoryStream(), CancellationToken.None);
        var block = Enumerable.Repeat(unit, 10_000).SelectMany(static bytes => bytes).ToArray();
        while (file.Length < HundredMegabytes)
        {
            await file.WriteAsync(block);
        }

        file.Position = 0;
        return file;
    }
}
