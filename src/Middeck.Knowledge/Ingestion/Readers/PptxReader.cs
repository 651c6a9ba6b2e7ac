using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads PowerPoint presentations: each slide is a page with its title, text, tables and the speaker's notes.</summary>
internal sealed class PptxReader(IOptions<KnowledgeOptions> options)
    : OfficeReader("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
{
    public override async IAsyncEnumerable<ExtractedPage> ReadAsync(
        FileStream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await OfficeContainer.CheckAsync(file, "pptx", options.Value.MaxUnpackedBytes, cancellationToken);
        var slide = 0;
        var pages = Read(file, number => slide = number, cancellationToken);
        foreach (var page in Guarded.Pages(pages, ex => OfficeContainer.Damaged(
            "pptx", slide == 0 ? "its slides cannot be found" : $"slide {slide} cannot be read", ex)))
        {
            yield return page;
        }
    }

    private IEnumerable<ExtractedPage> Read(FileStream file, Action<int> reading, CancellationToken cancellationToken)
    {
        using var package = Guarded.Library(() => PresentationDocument.Open(file, isEditable: false));
        var main = package.PresentationPart ?? throw new InvalidDataException("There is no main part.");
        var pages = new PageWriter();
        var number = 0;
        foreach (var id in Guarded.Library(() => main.Presentation.SlideIdList?.Elements<SlideId>().ToList()) ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            reading(number);
            var slide = Guarded.Library(() => (SlidePart)main.GetPartById(id.RelationshipId?.Value ?? ""));
            pages.Begin(number, null);
            var texts = Write(slide, isNotes: false, pages);
            if (slide.NotesSlidePart is { } notes)
            {
                texts = texts.Concat(Write(notes, isNotes: true, pages));
            }

            foreach (var page in texts)
            {
                yield return page;
            }
        }

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private IEnumerable<ExtractedPage> Write(OpenXmlPart part, bool isNotes, PageWriter pages)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = SafeXml.Open(content, options.Value.MaxUnpackedBytes);
        foreach (var page in new SlideText(pages, isNotes).Read(xml))
        {
            yield return page;
        }
    }
}
