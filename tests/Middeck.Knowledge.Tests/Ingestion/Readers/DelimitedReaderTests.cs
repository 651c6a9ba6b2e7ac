using System.Text;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class DelimitedReaderTests : ReaderTest
{
    private static async Task<string> TextAsync(byte[] content, string extension = "csv")
        => Assert.Single(await ReadAsync(new DelimitedReader(), content, extension)).Text;

    [Theory]
    [InlineData("a,b\n\"1,5\",2\n")]
    [InlineData("a;b\n1,5;2\n")]
    [InlineData("a|b\n1,5|2\n")]
    [InlineData("a\tb\n1,5\t2\n")]
    public async Task The_separator_is_guessed(string table)
        => Assert.Equal("| a | b |\n| --- | --- |\n| 1,5 | 2 |\n\n", await TextAsync(Encoding.UTF8.GetBytes(table)));

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task A_Chinese_table_is_read_in_its_encoding(string encoding)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding))
            .GetBytes("名称,净宽度\n疏散走道,不应小于一米\n");

        Assert.Equal("| 名称 | 净宽度 |\n| --- | --- |\n| 疏散走道 | 不应小于一米 |\n\n", await TextAsync(bytes));
    }

    [Fact]
    public async Task Rows_of_uneven_length_and_stray_quotes_are_kept()
        => Assert.Equal(
            "| a | b | c |\n| --- | --- | --- |\n| 1 |  |  |\n| 1 | 2 | 3 | 4 |\n| say \"x\" | two lines |  |\n\n",
            await TextAsync("a,b,c\n1\n1,2,3,4\nsay \"x\",\"two\nlines\"\n"u8.ToArray()));

    [Fact]
    public async Task A_quote_that_is_never_closed_says_where()
    {
        var table = Encoding.UTF8.GetBytes("a,b\n1,\"open\n" + string.Concat(Enumerable.Repeat("1,2\n", 5_000_000)));

        var fault = await RefusalAsync(new DelimitedReader(), table);

        Assert.Equal("knowledge.csv_damaged", fault.Code);
        Assert.Contains("row 2", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_values_holds_no_text()
        => Assert.Equal("knowledge.no_text", (await RefusalAsync(new DelimitedReader(), ",,\n,,\n"u8.ToArray())).Code);
}
