using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>Reads web pages: those that are named, those of a sitemap, or those that a first page leads to.</summary>
internal sealed class WebSourceReader(
    WorkspaceOutbound outbound,
    SiteTurns turns,
    PageFormats formats,
    IObjectStore objects,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock) : ISourceReader
{
    public SourceKind Kind => SourceKind.Web;

    public void Check(SourceAccess access)
    {
        var settings = SettingsOf(access);
        if (settings.Mode == WebMode.Urls)
        {
            foreach (var (index, url) in settings.Urls.Index())
            {
                _ = WebAddress.Parse(url) ?? throw NoAddress(url, $"settings.web.urls[{index}]");
            }

            if (settings.Urls.Count == 0)
            {
                throw SourceFaults.Invalid("knowledge.urls_missing", "Name at least one page.", "settings.web.urls");
            }
        }
        else
        {
            StartOf(settings);
        }
    }

    public async IAsyncEnumerable<SourceEntry> ReadAsync(
        SourceAccess access,
        IReadOnlyDictionary<string, KnownDocument> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = SettingsOf(access);
        using var fetcher = new WebFetcher(outbound.HandlerFor(access.WorkspaceId), turns, options.Value, clock);
        var visit = new WebVisit(fetcher, formats, objects, known, new GlobPatterns(settings.Include, settings.Exclude));
        var entries = settings.Mode switch
        {
            WebMode.Crawl => new Crawl(visit, settings, StartOf(settings), known).RunAsync(cancellationToken),
            WebMode.Sitemap => ListedAsync(visit, await SitemapAsync(fetcher, visit, settings, cancellationToken), cancellationToken),
            _ => ListedAsync(visit, [.. settings.Urls.Select(static url => WebAddress.Parse(url)).OfType<Uri>().Distinct()], cancellationToken),
        };
        await foreach (var entry in entries)
        {
            yield return entry;
        }

        visit.ThrowIfNothingCame();
    }

    private Task<IReadOnlyList<Uri>> SitemapAsync(
        WebFetcher fetcher, WebVisit visit, WebSettings settings, CancellationToken cancellationToken)
        => new SitemapReader(fetcher, options.Value).ReadAsync(
            StartOf(settings), visit.IsWanted, settings.MaxPages, cancellationToken);

    private static async IAsyncEnumerable<SourceEntry> ListedAsync(
        WebVisit visit, IReadOnlyList<Uri> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in pages)
        {
            // A page that is named may be wherever its site has moved it to.
            var (entry, _, _) = await visit.PageAsync(page, static _ => true, withLinks: false, cancellationToken);
            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    private static Uri StartOf(WebSettings settings)
        => WebAddress.Parse(settings.StartUrl ?? "") ?? throw NoAddress(settings.StartUrl, "settings.web.start_url");

    private static FaultException NoAddress(string? text, string field)
        => SourceFaults.Invalid(
            "knowledge.invalid_url", $"'{text}' is not an http or https address of at most 2000 characters without a password.", field);

    private static WebSettings SettingsOf(SourceAccess access)
        => access.Settings.Web ?? throw SourceFaults.MissingSettings(SourceKind.Web);
}
