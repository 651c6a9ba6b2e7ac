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
    public void The_encodings_of_Chinese_text_are_told_apart(string encoding, byte[] bytes)
    {
        Assert.NotEmpty(encoding);
        Assert.Equal(Text, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused_with_their_line()
    {
        var fault = Assert.Throws<FaultException>(
            () => TextDecoder.Decode([.. "one\ntwo\n"u8, 0x63, 0x61, 0x66, 0xE9, 0x20, 0xFF, 0x0A])).Fault;

        Assert.Equal("knowledge.text_encoding", fault.Code);
        Assert.Contains("line 3", fault.Detail, StringComparison.Ordinal);
    }
}
