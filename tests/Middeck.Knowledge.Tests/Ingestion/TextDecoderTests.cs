using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class TextDecoderTests
{
    private const string Text = "消防 fire\r\n通道 exits 2026\n";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16 without mark", Encoding.Unicode.GetBytes(Text) },
        { "utf-16 big-endian", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "gbk", CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes(Text) },
        { "gb18030", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task The_encodings_of_Chinese_text_are_told_apart(string encoding, byte[] bytes)
    {
        Assert.NotEmpty(encoding);
        Assert.Equal(Text, await TextDecoder.DecodeAsync(bytes, declared: null, CancellationToken.None));
    }

    [Fact]
    public async Task Big5_is_told_from_GBK_by_its_frequent_characters()
    {
        const string Traditional = "建築物內的疏散走道和消防通道應保持暢通，不應堆放任何物品。";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes(Traditional);

        Assert.Equal(Traditional, await TextDecoder.DecodeAsync(bytes, declared: null, CancellationToken.None));
    }

    [Fact]
    public async Task Chinese_UTF_16_without_a_mark_is_recognised()
    {
        const string Chinese = "建筑内的疏散走道和消防通道应保持畅通，不应堆放任何物品。\n";

        Assert.Equal(
            Chinese, await TextDecoder.DecodeAsync(Encoding.Unicode.GetBytes(Chinese), declared: null, CancellationToken.None));
        Assert.Equal(
            Chinese,
            await TextDecoder.DecodeAsync(Encoding.BigEndianUnicode.GetBytes(Chinese), declared: null, CancellationToken.None));
    }

    [Fact]
    public async Task Damaged_UTF_8_is_not_taken_for_GBK()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("建筑内的疏散走道\n和消防通道应保持畅通"), 0xE6, 0xB6, 0x0A];

        var fault = (await Assert.ThrowsAsync<FaultException>(
            () => TextDecoder.DecodeAsync(bytes, declared: null, CancellationToken.None))).Fault;

        Assert.Contains("line 2", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_of_another_encoding_are_refused_with_their_line()
    {
        byte[] bytes = [.. "one\ntwo\n"u8, 0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF, 0x0A];
        var fault = (await Assert.ThrowsAsync<FaultException>(
            () => TextDecoder.DecodeAsync(bytes, declared: null, CancellationToken.None))).Fault;

        Assert.Equal("knowledge.text_encoding", fault.Code);
        Assert.Contains("line 3", fault.Detail, StringComparison.Ordinal);
    }
}
