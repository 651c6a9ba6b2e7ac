using System.Text;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class ContentSnifferTests
{
    public static TheoryData<byte[], string> Files => new()
    {
        { [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00], "Program" },
        { "MZ is how this text begins"u8.ToArray(), "Text" },
        { [0x7F, 0x45, 0x4C, 0x46, 2, 1], "Program" },
        { "%PDF-1.7\n"u8.ToArray(), "Pdf" },
        { [.. new byte[100], .. "%PDF-1.7\n"u8], "Pdf" },
        { [0x50, 0x4B, 3, 4, 0, 0], "Zip" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D], "Picture" },
        { "RIFF\u0001\u0002\u0003\u0004WEBPVP8 "u8.ToArray(), "Picture" },
        { "RIFF\u0001\u0002\u0003\u0004WAVEfmt "u8.ToArray(), "Media" },
        { Encoding.Unicode.GetBytes("建筑内的疏散走道和消防通道应保持畅通。"), "Text" },
        { [1, 0, 2, 0, 3, 3, 0, 0, 9, 9, 0, 1], "Unknown" },
        { Encoding.Unicode.GetBytes("plain text in UTF-16"), "Text" },
        { Encoding.UTF8.GetBytes("普通文本"), "Text" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_told_by_its_first_bytes(byte[] start, string expected)
        => Assert.Equal(expected, ContentSniffer.Look(start).ToString());
}
