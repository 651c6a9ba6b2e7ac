using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Ingestion.Programs;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PdfReaderTests : ReaderTest
{
    private static PdfReader Reader(params string[] folders)
    {
        var programs = new ReadingPrograms(TimeProvider.System, folders.Length == 0 ? null : folders);
        var scan = new PdfScan(new PdfPicture(programs, Options()), new TextRecognition(programs, Options()), Options());
        return new PdfReader(programs, scan, Options(), TimeProvider.System);
    }

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

    [ChineseScanFact]
    public async Task The_text_of_a_Chinese_scan_is_recognised()
    {
        var scan = PdfFile.WithScan("A page with a text of its own, long enough.", Picture.Chinese("消防通道必须保持畅通。"));

        var pages = await ReadAsync(Reader(), scan);

        Assert.Equal(2, pages[^1].Number);
        Assert.Equal("消防通道必须保持畅通。", pages[^1].Text.Trim());
    }

    [Fact]
    public async Task The_text_of_a_scanned_page_is_recognised()
    {
        var pages = await ReadAsync(Reader(), PdfFile.WithScan("A page with a text of its own, long enough.", Picture.Exits()));

        Assert.Equal([1, 2], pages.Select(page => page.Number!.Value));
        Assert.Contains("Exits must be kept free", pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_recogniser_the_pages_with_text_are_read_and_the_others_say_what_to_install()
    {
        using var folder = new TemporaryFolder();
        foreach (var program in new[] { "pdfinfo", "pdftotext", "pdftoppm" })
        {
            File.CreateSymbolicLink(folder.File(program), "/usr/bin/" + program);
        }

        var content = PdfFile.WithScan("A page with a text of its own, long enough.", Picture.Exits());
        await using var source = new DocumentSource(new MemoryStream(content), "pdf", new ReadingSettings());

        var pages = await Reader(folder.Path).ReadAsync(source, CancellationToken.None).ToListAsync();

        Assert.Equal(["A page with a text of its own, long enough.", ""], pages.Select(page => page.Text.Trim()));
        Assert.Contains(
            "apt-get install tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-eng", Assert.Single(source.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_installed_is_named_with_its_package()
    {
        await using var source = new DocumentSource(
            new MemoryStream(PdfFile.WithScan("", Picture.Exits())), "pdf", new ReadingSettings { OcrLanguages = "eng+xyz_abc" });

        var fault = (await Assert.ThrowsAsync<FaultException>(
            () => Reader().ReadAsync(source, CancellationToken.None).ToListAsync().AsTask())).Fault;

        Assert.Equal("knowledge.pdf_without_text", fault.Code);
        Assert.Contains("apt-get install tesseract-ocr-xyz-abc", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognition_that_is_switched_off_is_not_tried()
    {
        await using var source = new DocumentSource(
            new MemoryStream(PdfFile.WithScan("", Picture.Exits())), "pdf", new ReadingSettings { Ocr = OcrMode.Off });

        var fault = (await Assert.ThrowsAsync<FaultException>(
            () => Reader().ReadAsync(source, CancellationToken.None).ToListAsync().AsTask())).Fault;

        Assert.Contains("switch that on", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_cross_reference_is_repaired()
    {
        var file = PdfFile.With("Exits must be kept free at all times.");
        var table = file.AsSpan().LastIndexOf("xref\n0"u8);
        file.AsSpan(table, 30).Fill((byte)'?');

        Assert.Contains("Exits must be kept free", Assert.Single(await ReadAsync(Reader(), file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_pages_come_one_by_one_with_their_numbers()
    {
        var facts = new List<string>();
        await using var source = new DocumentSource(
            new MemoryStream(PdfFile.With([.. Enumerable.Range(1, 10_000).Select(number => $"Page {number} says that exits are kept free.")])),
            "pdf",
            new ReadingSettings(),
            progress =>
            {
                facts.Add(progress.Fact);
                return Task.CompletedTask;
            });

        var count = 0;
        await foreach (var page in Reader().ReadAsync(source, CancellationToken.None))
        {
            count++;
            Assert.Equal($"Page {page.Number} says that exits are kept free.", page.Text.Trim());
        }

        Assert.Equal(10_000, count);
        Assert.Equal("page 1234 of 10000", facts[1233]);
    }
}
