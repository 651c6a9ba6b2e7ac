using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PdfReaderTests : ReaderTest
{
    private static PdfReader Reader()
        => new(new PdfToText(TimeProvider.System), Options());

    [Fact]
    public async Task Each_page_keeps_its_number_and_its_Chinese()
    {
        var text = await ReadAsync(Reader(), PdfFile.With("第一章 消防通道", "Exits must be kept free."));

        Assert.Equal([1, 2], text.Select(page => page.Number!.Value));
        Assert.Contains("消防通道", text[0].Text, StringComparison.Ordinal);
        Assert.Contains("Exits must be kept free.", text[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_file_says_that_it_needs_a_password()
        => Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), PdfFile.Encrypted("secret"))).Code);

    [Fact]
    public async Task A_scan_says_that_it_has_no_text_layer()
    {
        var fault = await RefusalAsync(Reader(), PdfFile.With("", ""));

        Assert.Equal("knowledge.pdf_without_text", fault.Code);
        Assert.Contains("2 pages", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_says_so()
        => Assert.Equal("knowledge.pdf_damaged", (await RefusalAsync(Reader(), "%PDF-1.4\nnothing more"u8.ToArray())).Code);

    [Fact]
    public async Task Text_over_the_limit_is_refused()
        => Assert.Equal(
            "knowledge.text_too_long",
            (await RefusalAsync(
                Reader(),
                PdfFile.With([.. Enumerable.Repeat("A line of some forty characters, I think.", 100)]),
                limits: options => options.MaxCharacters = 1000)).Code);
}
