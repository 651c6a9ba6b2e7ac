using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>PowerPoint presentations.</summary>
internal static class PptxFile
{
    private const string Namespaces =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

    /// <summary>Two slides, the first with a title, a table, a slide number and notes; in an order other than that of their files.</summary>
    public static byte[] Talk()
    {
        using var file = new MemoryStream();
        using (var package = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            var main = package.AddPresentationPart();
            main.Presentation = new Presentation(new SlideIdList(
                new SlideId { Id = 256, RelationshipId = "first" }, new SlideId { Id = 257, RelationshipId = "second" }));
            Add(main.AddNewPart<SlidePart>("second"), Shape("body", "Second slide"));
            var first = main.AddNewPart<SlidePart>("first");
            Add(first, Shape("title", "疏散通道") + Shape("body", "Keep exits free") + Shape("sldNum", "1")
                + $"<p:graphicFrame><a:graphic><a:graphicData><a:tbl>{Row("Room", "Width")}{Row("Lobby", "2.4 m")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
            Feed(first.AddNewPart<NotesSlidePart>(), "notes", Shape("sldImg", "x") + Shape("body", "Say it slowly."));
        }

        return file.ToArray();
    }

    private static void Add(SlidePart part, string shapes) => Feed(part, "sld", shapes);

    private static void Feed(OpenXmlPart part, string root, string shapes)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            $"<p:{root} {Namespaces}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"));
        part.FeedData(content);
    }

    private static string Shape(string placeholder, string text)
        => $"<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"{placeholder}\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>";

    private static string Row(params string[] cells)
        => $"<a:tr>{string.Concat(cells.Select(cell => $"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>"))}</a:tr>";
}
