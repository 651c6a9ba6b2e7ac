using System.IO.Compression;
using System.Text;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Archives of texts: e-books, OpenDocument files and whatever else is zipped.</summary>
internal static class ZipFiles
{
    public static byte[] Of(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A book whose manifest is not in the order of its spine.</summary>
    public static byte[] Book(string secondChapter = "<html><body><h2>Two</h2><p>Second.</p></body></html>") => Of(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container xmlns='urn:c'><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"),
        ("OEBPS/book.opf",
            """
            <package xmlns='http://www.idpf.org/2007/opf'><manifest>
            <item id='b' href='text/two%20of%20two.xhtml' media-type='application/xhtml+xml'/>
            <item id='a' href='text/one.xhtml' media-type='application/xhtml+xml'/>
            <item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest>
            <spine><itemref idref='a'/><itemref idref='b'/></spine></package>
            """),
        ("OEBPS/nav.xhtml",
            "<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body><nav><ol><li><a href='text/one.xhtml#x'>第一章 通道</a></li></ol></nav></body></html>"),
        ("OEBPS/text/one.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>消防通道</p></body></html>"),
        ("OEBPS/text/two of two.xhtml", secondChapter));
}
