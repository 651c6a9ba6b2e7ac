using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// The order of an e-book's chapters. <c>META-INF/container.xml</c> names the package, whose manifest names the files and whose
/// spine orders them; the titles stand in the navigation (EPUB 3) or in <c>toc.ncx</c> (EPUB 2). See https://www.w3.org/TR/epub-33/.
/// </summary>
internal static class EpubSpine
{
    /// <summary>Entries of the archive in reading order, each with its title when the book has a table of contents.</summary>
    public static IReadOnlyList<(string Entry, string? Title)> Of(ZipArchive archive, long maxBytes)
    {
        try
        {
            var package = Load(archive, "META-INF/container.xml", maxBytes).Descendants()
                .FirstOrDefault(element => element.Name.LocalName == "rootfile")?.Attribute("full-path")?.Value;
            if (package is null || archive.GetEntry(package) is null)
            {
                throw OfficeContainer.Damaged("epub", "its package file is missing");
            }

            return Chapters(archive, package, maxBytes);
        }
        catch (Exception ex) when (ex is XmlException or InvalidDataException)
        {
            throw OfficeContainer.Damaged("epub", "its table of contents cannot be read", ex);
        }
    }

    private static List<(string Entry, string? Title)> Chapters(ZipArchive archive, string package, long maxBytes)
    {
        var book = Load(archive, package, maxBytes);
        var items = Named(book, "item")
            .Where(item => item.Attribute("id") is not null && item.Attribute("href") is not null)
            .DistinctBy(item => item.Attribute("id")!.Value)
            .ToDictionary(item => item.Attribute("id")!.Value);
        var titles = items.Values
            .Where(item => item.Attribute("media-type")?.Value == "application/x-dtbncx+xml"
                || (item.Attribute("properties")?.Value ?? "").Contains("nav", StringComparison.Ordinal))
            .Select(item => Resolve(package, item.Attribute("href")!.Value))
            .Where(entry => archive.GetEntry(entry) is not null)
            .SelectMany(entry => Titles(Load(archive, entry, maxBytes), entry))
            .DistinctBy(title => title.Entry)
            .ToDictionary(title => title.Entry, title => title.Title);
        return Named(book, "itemref")
            .Select(reference => items.GetValueOrDefault(reference.Attribute("idref")?.Value ?? ""))
            .Where(item => item is not null)
            .Select(item => Resolve(package, item!.Attribute("href")!.Value))
            .Where(entry => archive.GetEntry(entry) is not null)
            .Select(entry => (entry, titles.GetValueOrDefault(entry)))
            .ToList();
    }

    // <navPoint><navLabel><text>One</text></navLabel><content src="1.xhtml#a"/></navPoint>, or <a href="1.xhtml#a">One</a>
    private static IEnumerable<(string Entry, string Title)> Titles(XDocument contents, string entry)
        => Named(contents, "content").Where(content => content.Parent is not null)
            .Select(content => (Link: content.Attribute("src"), Label: content.Parent!.Elements().FirstOrDefault()))
            .Concat(Named(contents, "a").Select(link => (Link: link.Attribute("href"), Label: (XElement?)link)))
            .Where(point => point is { Link: not null, Label: not null } && !string.IsNullOrWhiteSpace(point.Label!.Value))
            .Select(point => (Resolve(entry, point.Link!.Value), point.Label!.Value.Trim()));

    private static IEnumerable<XElement> Named(XDocument document, string name)
        => document.Descendants().Where(element => element.Name.LocalName == name);

    private static XDocument Load(ZipArchive archive, string entry, long maxBytes)
    {
        using var content = new LimitedStream(archive.GetEntry(entry)!.Open(), maxBytes);
        using var xml = SafeXml.Open(content, maxBytes);
        return XDocument.Load(xml);
    }

    // Relative to the file that names it; a path that climbs out of the archive names no entry.
    private static string Resolve(string from, string href)
    {
        var root = new Uri("http://book/");
        return Uri.TryCreate(new Uri(root, Uri.EscapeDataString(from).Replace("%2F", "/", StringComparison.Ordinal)), href.Split('#')[0], out var target)
            ? Uri.UnescapeDataString(target.AbsolutePath).TrimStart('/')
            : "";
    }
}
