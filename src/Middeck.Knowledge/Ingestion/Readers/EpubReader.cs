using System.IO.Compression;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads e-books: the chapters in the order of the book's spine, each under its title.</summary>
internal sealed class EpubReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    public IReadOnlyList<FileFormat> Formats { get; } = [new("epub", "application/epub+zip", FileSignature.Zip)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await source.FileAsync(cancellationToken);
        await OfficeContainer.CheckAsync(file, "epub", options.Value.MaxUnpackedBytes, cancellationToken);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var chapters = EpubSpine.Of(archive, options.Value.MaxTreeBytes);
        var pages = new PageWriter();
        for (var i = 0; i < chapters.Count; i++)
        {
            await source.ReportAsync(FormattableString.Invariant($"chapter {i + 1} of {chapters.Count}"), (double)i / chapters.Count);
            using var chapter = await ChapterAsync(archive, chapters[i].Entry, cancellationToken);
            pages.Begin(null, chapters[i].Title ?? TitleOf(chapter));
            foreach (var page in new HtmlText(pages).Write(chapter, withTitle: false))
            {
                yield return page;
            }
        }

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private async Task<IDocument> ChapterAsync(ZipArchive archive, string entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = new LimitedStream(archive.GetEntry(entry)!.Open(), options.Value.MaxTreeBytes);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            var text = await TextDecoder.DecodeAsync(bytes.ToArray(), declared: null, cancellationToken);
            return await HtmlTree.ParseAsync(HtmlReader.OpenTags(text), cancellationToken);
        }
        catch (InvalidDataException ex)
        {
            throw OfficeContainer.Damaged("epub", $"its chapter {entry} cannot be unpacked", ex);
        }
    }

    private static string? TitleOf(IDocument chapter)
        => chapter.QuerySelector("h1, h2, h3")?.TextContent.Trim() is { Length: > 0 and <= 200 } heading ? heading
            : chapter.Title is { Length: > 0 and <= 200 } title ? title.Trim()
            : null;
}
