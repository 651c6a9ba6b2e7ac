using System.Globalization;
using System.Text;
using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class EmlReaderTests : ReaderTest
{
    private static async Task<string> TextAsync(string mail)
        => Assert.Single(await ReadAsync(new EmlReader(Options()), Encoding.Latin1.GetBytes(mail.ReplaceLineEndings("\r\n")))).Text;

    [Fact]
    public async Task A_mail_shows_who_wrote_what_and_names_its_attachments()
    {
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes("请查收疏散通道的图纸。"), Base64FormattingOptions.InsertLineBreaks);

        Assert.Equal(
            "# 消防通道检查\n\nFrom: 张三 <zhang@example.org>\nTo: li@example.org\nDate: Sat, 21 Nov 2026 09:00:00 +0800\n\n"
            + "请查收疏散通道的图纸。\n\nAttachments: 图纸.pdf\n\n",
            await TextAsync(
                $"""
                From: =?UTF-8?B?5byg5LiJ?= <zhang@example.org>
                To: li@example.org
                Date: Sat, 21 Nov 2026 09:00:00 +0800
                Subject: =?GBK?B?z/u3wA==?=
                 =?utf-8?Q?=E9=80=9A=E9=81=93=E6=A3=80=E6=9F=A5?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                This is a message in MIME format.
                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                {plain}
                --inner
                Content-Type: text/html; charset=utf-8

                <p>not this</p>
                --inner--
                --outer
                Content-Type: application/pdf
                Content-Disposition: attachment; filename*=UTF-8''%E5%9B%BE%E7%BA%B8.pdf
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --outer--
                """));
    }

    [Fact]
    public async Task A_mail_of_HTML_alone_is_read_as_a_page_in_its_charset()
        => Assert.Contains(
            "消防通道=ok\n\n| a | b |\n| --- | --- |",
            await TextAsync(
                """
                Subject: x
                Content-Type: text/html; charset="gb2312"
                Content-Transfer-Encoding: quoted-printable

                <script>no</script><p>=CF=FB=B7=C0=CD=A8=
                =B5=C0=3Dok</p><table><tr><td>a</td><td>b</td></tr></table>
                """),
            StringComparison.Ordinal);

    [Fact]
    public async Task Parts_nested_a_thousand_deep_are_refused()
    {
        var mail = new StringBuilder("Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 1; i < 1000; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"--b{i - 1}\nContent-Type: multipart/mixed; boundary=b{i}\n\n");
        }

        var fault = await RefusalAsync(new EmlReader(Options()), Encoding.ASCII.GetBytes(mail.ToString()));

        Assert.Equal("knowledge.mail_damaged", fault.Code);
        Assert.Contains("deeper than 50", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_names_the_boundary_around_it_ends_there()
        => Assert.Contains(
            "text",
            await TextAsync(
                """
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                text
                --b--
                """),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_is_no_mail_says_so()
        => Assert.Equal("knowledge.mail_damaged", (await RefusalAsync(new EmlReader(Options()), "just words\n"u8.ToArray())).Code);
}
