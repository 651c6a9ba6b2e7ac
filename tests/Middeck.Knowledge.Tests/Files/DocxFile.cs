using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Word documents, good and bad.</summary>
internal static class DocxFile
{
    /// <summary>A heading in the style that a Chinese Word gives it, a paragraph, a list and a table.</summary>
    public static byte[] Handbook()
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { StyleId = "1", Type = StyleValues.Paragraph });
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                new Paragraph(
                    new ParagraphProperties(new ParagraphStyleId { Val = "1" }), new Run(new Text("疏散通道"))),
                Plain("疏散走道的净宽度", "不应小于 1.1 m。"),
                new Paragraph(
                    new ParagraphProperties(
                        new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }),
                        new Tabs(new TabStop { Val = TabStopValues.Left, Position = 720 })),
                    new Run(new Text("Keep exits free"))),
                new Table(Row("Room", "Width"), Row("Lobby", "2.4 m"))));
        }

        return file.ToArray();
    }

    /// <summary>A document.xml of spaces that packs a thousand to one.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml").Open();
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                entry.Write(spaces);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same, with another length of the entry in the archive's directory.</summary>
    public static byte[] Bomb(int megabytes, int declared)
    {
        var file = Bomb(megabytes);
        var entry = file.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.TryWriteBytes(file.AsSpan(entry + 24), declared);
        return file;
    }

    public static byte[] LongTable(int rows)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(new Table(
                Enumerable.Range(1, rows).Select(number => Row($"Hall {number}", "A width that is written out in so many words."))
                    .Prepend(Row("Room", "Width")))));
        }

        return file.ToArray();
    }

    public static byte[] PlainZip()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("readme.txt").Open();
            entry.Write("hello"u8);
        }

        return file.ToArray();
    }

    /// <summary>What an encrypted document looks like from outside.</summary>
    public static byte[] Encrypted()
        => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]];

    private static Paragraph Plain(params string[] runs)
        => new(runs.Select(run => new Run(new Text(run) { Space = SpaceProcessingModeValues.Preserve })));

    private static TableRow Row(params string[] cells)
        => new(cells.Select(cell => new TableCell(new Paragraph(new Run(new Text(cell))))));
}
