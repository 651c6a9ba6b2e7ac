using System.Text;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class JsonDocumentReaderTests : ReaderTest
{
    private static async Task<string> TextAsync(string json, string extension = "json")
        => Assert.Single(await ReadAsync(new JsonDocumentReader(), Encoding.UTF8.GetBytes(json), extension)).Text;

    [Fact]
    public async Task Each_element_is_a_paragraph_of_paths_and_values()
        => Assert.Equal(
            "room.name: 大厅\nwidths: 2.4, 3\nopen: true\n\nroom.name: Lobby\n\n",
            await TextAsync(
                """[{"room": {"name": "大厅"}, "widths": [2.4, 3], "open": true}, {"room": {"name": "Lobby"}, "note": null}]"""));

    [Fact]
    public async Task Objects_inside_of_an_object_keep_their_path()
        => Assert.Equal(
            "title: Rooms\nitems.name: A\n\nitems.name: B\n\ncount: 2\n\n",
            await TextAsync("""{"title": "Rooms", "items": [{"name": "A"}, {"name": "B"}], "count": 2}"""));

    [Theory]
    [InlineData("jsonl")]
    [InlineData("ndjson")]
    public async Task Lines_of_JSON_are_read_one_by_one(string extension)
        => Assert.Equal("a: 1\n\na: 2\n\n", await TextAsync("{\"a\":1}\n{\"a\":2}\n", extension));

    [Fact]
    public async Task JSON_in_UTF_16_is_read()
        => Assert.Equal(
            "名称: 通道",
            Assert.Single(await ReadAsync(
                new JsonDocumentReader(), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{\"名称\": \"通道\"}")])).Text.Trim());

    [Fact]
    public async Task Ten_levels_are_read_and_a_thousand_are_refused()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

        Assert.Equal("a.a.a.a.a.a.a.a.a.a: 1", (await TextAsync(Nested(10))).Trim());
        var fault = await RefusalAsync(new JsonDocumentReader(), Encoding.UTF8.GetBytes(Nested(1000)));
        Assert.Equal("knowledge.json_damaged", fault.Code);
        Assert.Contains("deeper than 256", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_JSON_says_where()
    {
        var fault = await RefusalAsync(new JsonDocumentReader(), "{\"a\": 1,\n\"rooms\": [oops]}"u8.ToArray());

        Assert.Contains("line 2, after \"rooms\"", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_ten_megabytes_comes_in_pages()
    {
        var pages = await ReadAsync(new JsonDocumentReader(), Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', 10_000_000)}\"}}"));

        Assert.All(pages, page => Assert.InRange(page.Text.Length, 1, ExtractedPage.MaxLength));
        Assert.Equal(10_000_000, pages.Sum(page => page.Text.Count(character => character == 'x')));
    }
}
