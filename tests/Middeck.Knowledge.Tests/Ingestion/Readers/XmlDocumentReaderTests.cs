using System.Text;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class XmlDocumentReaderTests : ReaderTest
{
    private static XmlDocumentReader Reader() => new(Options());

    [Fact]
    public async Task Texts_stand_with_the_path_of_their_element()
        => Assert.Equal(
            "order id=7\norder/item: Door\norder/item: 门\n\n",
            Assert.Single(await ReadAsync(
                Reader(), Encoding.UTF8.GetBytes("<?xml version='1.0'?><!DOCTYPE order><order id='7'><item>Door</item><item>门</item></order>"))).Text);

    [Fact]
    public async Task The_declared_encoding_is_used()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

        Assert.Contains(
            "a: 丂",
            Assert.Single(await ReadAsync(Reader(), gbk.GetBytes("<?xml version=\"1.0\" encoding=\"GBK\"?><a>丂</a>"))).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;&x;\">]><a>\n&y;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>\n&x;</a>")]
    public async Task Entities_are_neither_expanded_nor_fetched(string xml)
    {
        var fault = await RefusalAsync(Reader(), Encoding.UTF8.GetBytes(xml));

        Assert.Equal("knowledge.xml_entities", fault.Code);
        Assert.Contains("line 2", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_has_an_end()
        => Assert.Contains(
            "deeper than 1,000",
            (await RefusalAsync(Reader(), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 5000))))).Detail,
            StringComparison.Ordinal);

    [Fact]
    public async Task Torn_XML_says_where()
        => Assert.Contains("line 2", (await RefusalAsync(Reader(), "<a>\n<b>text</a>"u8.ToArray())).Detail, StringComparison.Ordinal);
}
