using Middeck.Core.Errors;
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
    [InlineData("\U0001F468\u200D\U0001F469 می\u200Cخواهم.txt", "\U0001F468\u200D\U0001F469 می\u200Cخواهم.txt")]
    [InlineData("..", "")]
    [InlineData(null, "")]
    public void A_name_is_safe_to_keep_and_to_show(string? sent, string expected)
        => Assert.Equal(expected, FileNames.Clean(sent));

    [Theory]
    [InlineData("e\u0301 消防规范 (2026).pdf")]
    [InlineData("\U0001F468\u200D\U0001F469 می\u200Cخواهم")]
    [InlineData("...")]
    public void A_typed_name_is_kept_as_it_is(string typed) => Assert.Equal(typed, FileNames.Typed($" {typed} "));

    [Theory]
    [InlineData("2026/plan.docx", "knowledge.invalid_file_name")]
    [InlineData("2026\\plan.docx", "knowledge.invalid_file_name")]
    [InlineData("a\0b.md", "knowledge.invalid_file_name")]
    [InlineData("a\r\nb.md", "knowledge.invalid_file_name")]
    [InlineData("invoice\u202Efdp.txt", "knowledge.invalid_file_name")]
    [InlineData("  ", "knowledge.file_name_missing")]
    public void A_typed_name_that_is_not_safe_is_refused_and_not_cut(string typed, string code)
    {
        var fault = Assert.Throws<FaultException>(() => FileNames.Typed(typed)).Fault;

        Assert.Equal((FaultKind.Invalid, code, "name"), (fault.Kind, fault.Code, fault.Field));
    }

    [Fact]
    public void A_long_name_keeps_its_type()
    {
        var name = FileNames.Clean(new string('长', 400) + ".pdf");

        Assert.Equal(255, name.Length);
        Assert.EndsWith("长.pdf", name, StringComparison.Ordinal);
    }
}
