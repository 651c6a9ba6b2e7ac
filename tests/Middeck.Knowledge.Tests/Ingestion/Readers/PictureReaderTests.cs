using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion.Programs;
using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PictureReaderTests : ReaderTest
{
    private static PictureReader Reader(params string[] folders)
        => new(new TextRecognition(
            new ReadingPrograms(TimeProvider.System, folders.Length == 0 ? null : folders), Options()));

    [Theory]
    [InlineData("png", "-png")]
    [InlineData("jpg", "-jpeg")]
    [InlineData("tiff", "-tiff")]
    public async Task The_text_of_a_picture_is_recognised(string extension, string option)
        => Assert.Contains(
            "Exits must be kept free",
            Assert.Single(await ReadAsync(Reader(), Picture.Of(option), extension)).Text,
            StringComparison.Ordinal);

    [LibreOfficeFact]
    public async Task The_text_of_a_webp_picture_is_recognised()
        => Assert.Contains(
            "Exits must be kept free",
            Assert.Single(await ReadAsync(Reader(), OfficeFile.As("webp", Picture.Of("-png"), "png"), "webp")).Text,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_picture_without_text_says_so()
        => Assert.Equal("knowledge.no_text", (await RefusalAsync(Reader(), Picture.Of("-png", text: ""), "png")).Code);

    [Fact]
    public async Task A_damaged_picture_says_so()
        => Assert.Equal("knowledge.picture_unreadable", (await RefusalAsync(Reader(), Picture.Of("-png")[..200], "png")).Code);

    [Fact]
    public async Task A_text_named_as_a_picture_is_not_taken_for_a_list_of_files()
        => Assert.Equal("knowledge.picture_unreadable", (await RefusalAsync(Reader(), "/etc/passwd\n"u8.ToArray(), "png")).Code);

    [Fact]
    public async Task Without_the_recogniser_it_says_what_to_install()
    {
        var fault = (await Assert.ThrowsAsync<FaultException>(() => ReadAsync(Reader("/nowhere"), Picture.Of("-png"), "png"))).Fault;

        Assert.Equal(("knowledge.ocr_missing", FaultKind.Unavailable), (fault.Code, fault.Kind));
        Assert.Contains("apt-get install tesseract-ocr tesseract-ocr-chi-sim", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognition_that_is_switched_off_says_so()
    {
        var fault = (await Assert.ThrowsAsync<FaultException>(
            () => ReadAsync(Reader(), Picture.Of("-png"), "png", new ReadingSettings { Ocr = OcrMode.Off }))).Fault;

        Assert.Equal("knowledge.ocr_off", fault.Code);
    }
}
