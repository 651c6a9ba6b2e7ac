using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class SingleDocumentsTests : ReaderTest
{
    private static SingleDocuments Documents => new(new DocumentReaders([new PlainTextReader()], Options()));

    [Fact]
    public async Task A_file_is_read_to_its_text()
    {
        var read = await ReadAsync("年假须提前两周申请。", 1_000);
        Assert.Equal(("年假须提前两周申请。", false), (read.Text.Trim(), read.IsCut));
    }

    [Fact]
    public async Task A_long_text_is_cut_where_it_may_be_cut()
    {
        var read = await ReadAsync("One two three. Four five six.", 16);
        Assert.Equal(("One two three.", true), (read.Text.Trim(), read.IsCut));
    }

    [Fact]
    public async Task A_file_without_text_is_refused()
        => Assert.Equal(
            "knowledge.no_text",
            (await Assert.ThrowsAsync<FaultException>(() => ReadAsync(" ", 100))).Fault.Code);

    [Theory]
    [InlineData("a.TXT", true)]
    [InlineData("a.exe", false)]
    [InlineData("a", false)]
    public void Only_what_there_is_a_reader_for_is_read(string name, bool expected)
        => Assert.Equal(expected, Documents.Reads(name));

    private static Task<DocumentText> ReadAsync(string text, int most)
        => Documents.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.txt", most, CancellationToken.None);
}
