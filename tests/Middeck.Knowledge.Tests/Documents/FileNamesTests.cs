using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Tests.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("消防规范 (2026).pdf", "消防规范 (2026).pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\a\\plan.docx", "plan.docx")]
    [InlineData("a\u0000b\r\n.md", "ab.md")]
    [InlineData("invoice\u202Efdp.txt", "invoicefdp.txt")]
    [InlineData("  name .txt. ", "name .txt")]
    [InlineData("..", "")]
    [InlineData(null, "")]
    public void A_name_is_safe_to_keep_and_to_show(string? sent, string expected)
        => Assert.Equal(expected, FileNames.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_type()
    {
        var name = FileNames.Clean(new string('长', 400) + ".pdf");

        Assert.Equal(255, name.Length);
        Assert.EndsWith("长.pdf", name, StringComparison.Ordinal);
    }
}
