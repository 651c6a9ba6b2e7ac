using System.Text;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class SubtitleReaderTests : ReaderTest
{
    [Fact]
    public async Task Cues_are_joined_to_paragraphs_under_the_time_of_their_beginning()
    {
        var pages = await ReadAsync(
            new SubtitleReader(),
            Encoding.UTF8.GetBytes(
                """
                WEBVTT - a title

                NOTE not said

                1
                01:30.000 --> 01:32.000 align:start
                <v Anna>Keep the <b>exits</b>

                01:32.000 --> 01:34.000
                free.

                01:00:50.500 --> 01:00:52.000
                消防通道

                01:00:52.000 --> 01:00:54.000
                应保持畅通。
                """),
            "vtt");

        Assert.Equal(
            [("00:01:30", "Anna: Keep the exits free."), ("01:00:50", "消防通道应保持畅通。")],
            pages.Select(page => (page.Place!, page.Text)));
    }

    [Fact]
    public async Task SubRip_has_commas()
        => Assert.Equal(
            "00:00:01",
            Assert.Single(await ReadAsync(
                new SubtitleReader(), "1\r\n00:00:01,500 --> 00:00:02,000\r\nHello\r\n\r\n"u8.ToArray(), "srt")).Place);

    [Fact]
    public async Task A_file_without_cues_says_so()
    {
        var fault = await RefusalAsync(new SubtitleReader(), "WEBVTT\n\nNOTE nothing here\n"u8.ToArray(), "vtt");

        Assert.Equal("knowledge.no_text", fault.Code);
        Assert.Contains("no cues", fault.Detail, StringComparison.Ordinal);
    }
}
