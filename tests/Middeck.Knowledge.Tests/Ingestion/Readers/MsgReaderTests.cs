using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class MsgReaderTests : ReaderTest
{
    private const string Head = "# 消防通道检查\n\nFrom: 张三 <zhang@example.org>\nTo: li@example.org\nDate: Sat, 21 Nov 2026 01:00:00 UTC\n\n";

    [Fact]
    public async Task A_mail_of_Outlook_shows_who_wrote_what_and_names_its_attachments()
    {
        var text = string.Concat((await ReadAsync(Reader(), OutlookMail.WithText())).Select(page => page.Text));

        Assert.StartsWith(Head + "请查收。\n\nlong long ", text, StringComparison.Ordinal);
        Assert.EndsWith("Bye.\n\nAttachments: 图纸.pdf\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_a_page_is_read_as_one()
        => Assert.Equal(Head + "消防通道\n\nAttachments: 图纸.pdf\n\n", Assert.Single(await ReadAsync(Reader(), OutlookMail.WithPage())).Text);

    [Fact]
    public async Task What_is_damaged_is_said_to_be_and_ends()
    {
        var whole = OutlookMail.WithText();
        // The first sector of the table: each chain leads back to where it began.
        var looped = whole.ToArray();
        var table = (BitConverter.ToInt32(whole, 76) + 1) * 512;
        Array.Clear(looped, table, 512);

        foreach (var damaged in new[] { whole[..3_000], looped, [.. whole[..512], .. new byte[5_000]], [.. whole[..8], .. new byte[900]] })
        {
            var fault = await RefusalAsync(Reader(), damaged);
            Assert.Equal("knowledge.mail_damaged", fault.Code);
        }

        // A book of Excel has the same container.
        Assert.Equal("knowledge.mail_damaged", (await RefusalAsync(Reader(), DocxFile.Encrypted())).Code);
    }

    [Fact]
    public async Task One_that_is_too_large_to_be_held_is_refused()
        => Assert.Equal("knowledge.mail_too_large", (await RefusalAsync(new MsgReader(Options(options => options.MaxTreeBytes = 1_000)), OutlookMail.WithText())).Code);

    private static MsgReader Reader() => new(Options());
}
