using System.Xml;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>
/// Collects the addresses of a sitemap or an index of sitemaps (sitemaps.org), packed or not. Each sitemap is read once and at most
/// fifty are.
/// </summary>
internal sealed class SitemapReader(WebFetcher fetcher, KnowledgeOptions options)
{
    private const int MaxSitemaps = 50;

    /// <param name="start">The sitemap.</param>
    /// <param name="wanted">Which addresses are.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException">A sitemap cannot be read, so that what is listed cannot be told.</exception>
    public async Task<IReadOnlyList<Uri>> ReadAsync(
        Uri start, Func<Uri, bool> wanted, int limit, CancellationToken cancellationToken)
    {
        var pages = new List<Uri>();
        var seenPages = new HashSet<Uri>();
        var seen = new HashSet<Uri> { start };
        var queue = new Queue<Uri>([start]);
        while (queue.TryDequeue(out var sitemap) && pages.Count < limit)
        {
            foreach (var (isSitemap, address) in Parse(sitemap, await FetchAsync(sitemap, cancellationToken)))
            {
                if (!WebAddress.IsSameSite(start, address))
                {
                    continue;
                }

                if (!isSitemap)
                {
                    if (pages.Count < limit && wanted(address) && seenPages.Add(address))
                    {
                        pages.Add(address);
                    }
                }
                else if (seen.Count < MaxSitemaps && seen.Add(address))
                {
                    queue.Enqueue(address);
                }
            }
        }

        return pages;
    }

    private async Task<byte[]> FetchAsync(Uri sitemap, CancellationToken cancellationToken)
    {
        var answer = await fetcher.GetAsync(sitemap, null, static _ => true, cancellationToken);
        return answer switch
        {
            WebAnswer.Page page => await UnpackAsync(sitemap, page.Body, cancellationToken),
            WebAnswer.Gone(var error) => throw Unreadable(sitemap, "knowledge.sitemap_unreadable", error),
            WebAnswer.Refused(var code, var error) => throw Unreadable(sitemap, code, error),
            WebAnswer.Unreachable(var code, var error) => throw Unreadable(sitemap, code, error),
            _ => throw Unreadable(sitemap, "knowledge.sitemap_unreadable", "it leads elsewhere"),
        };
    }

    private async Task<byte[]> UnpackAsync(Uri sitemap, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            return await WebBody.UnpackAsync(body, options.MaxPageBytes, cancellationToken)
                ?? throw Unreadable(sitemap, "knowledge.page_too_large", "it is larger than knowledge.max_page_bytes when unpacked");
        }
        catch (InvalidDataException ex)
        {
            throw Unreadable(sitemap, "knowledge.sitemap_unreadable", ex.Message, ex);
        }
    }

    // <sitemapindex><sitemap><loc>…</loc></sitemap></sitemapindex> or <urlset><url><loc>…</loc></url></urlset>
    private static List<(bool IsSitemap, Uri Address)> Parse(Uri sitemap, byte[] body)
    {
        var found = new List<(bool, Uri)>();
        try
        {
            using var xml = XmlReader.Create(
                new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var parent = "";
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName != "loc")
                {
                    parent = xml.LocalName is "url" or "sitemap" ? xml.LocalName : parent;
                }
                else if (parent.Length > 0 && WebAddress.Parse(xml.ReadElementContentAsString(), sitemap) is { } address)
                {
                    found.Add((parent == "sitemap", address));
                }
            }
        }
        catch (XmlException ex)
        {
            throw Unreadable(sitemap, "knowledge.sitemap_unreadable", ex.Message, ex);
        }

        return found;
    }

    private static FaultException Unreadable(Uri sitemap, string code, string error, Exception? inner = null)
        => SourceFaults.Unavailable(
            code, $"The sitemap {sitemap} could not be read: {error.TrimEnd('.')}. Nothing was removed.", inner);
}
