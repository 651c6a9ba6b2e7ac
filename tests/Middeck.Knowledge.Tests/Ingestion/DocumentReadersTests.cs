using Microsoft.Extensions.DependencyInjection;
using Middeck.Knowledge.Ingestion;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class DocumentReadersTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Theory]
    [InlineData("Report.PDF", "application/pdf")]
    [InlineData("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("a.xls", "application/vnd.ms-excel")]
    [InlineData("a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    [InlineData("a.odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("a.epub", "application/epub+zip")]
    [InlineData("a.eml", "message/rfc822")]
    [InlineData("a.jsonl", "application/jsonl")]
    [InlineData("a.xml", "application/xml")]
    [InlineData("a.vtt", "text/vtt")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("Program.cs", "text/plain")]
    [InlineData("a.exe", null)]
    public void A_file_is_known_by_its_extension(string name, string? mimeType)
        => Assert.Equal(mimeType, Get<DocumentReaders>().FormatOf(name)?.MimeType);

    [Fact]
    public void Each_extension_has_one_reader()
        => Assert.Empty(Node.GetServices<IDocumentReader>().SelectMany(reader => reader.Formats)
            .GroupBy(format => format.Extension).Where(same => same.Count() > 1).Select(same => same.Key));
}
