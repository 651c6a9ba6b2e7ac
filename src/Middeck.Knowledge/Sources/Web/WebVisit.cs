using System.Security.Cryptography;
using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>Turns pages into what a run takes, and keeps count of whether the sites are there at all.</summary>
internal sealed class WebVisit(
    WebFetcher fetcher,
    PageFormats formats,
    IObjectStore objects,
    IReadOnlyDictionary<string, KnownDocument> known,
    GlobPatterns patterns)
{
    private const int FailuresInARow = 5;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private bool _anythingCame;
    private int _failures;
    private WebAnswer.Unreachable? _trouble;

    public bool IsWanted(Uri address) => patterns.Allow(address.AbsoluteUri, address.PathAndQuery, address.AbsolutePath);

    /// <param name="address">The page.</param>
    /// <param name="follow">Whether a redirect may lead there.</param>
    /// <param name="withLinks">Whether its links are wanted, also when it has not changed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entry, null where another address has led to the same page; where it was in the end; where it leads.</returns>
    /// <exception cref="FaultException">The sites are away.</exception>
    public async Task<(SourceEntry? Entry, Uri Address, IReadOnlyList<Uri> Links)> PageAsync(
        Uri address, Func<Uri, bool> follow, bool withLinks, CancellationToken cancellationToken)
    {
        var document = known.GetValueOrDefault(address.AbsoluteUri);
        var answer = await fetcher.GetAsync(address, PageVersion.Parse(document?.Version), follow, cancellationToken);
        Count(answer);
        switch (answer)
        {
            case WebAnswer.Page page:
                return await ReadAsync(page, address, cancellationToken);
            case WebAnswer.NotModified when document?.Version is { } version:
                return (
                    Once(address, new SourceEntry.Unchanged(document.Key, version)),
                    address,
                    withLinks ? await KeptLinksAsync(document, address, cancellationToken) : []);
            case WebAnswer.Gone(var error):
                return (Once(address, new SourceEntry.Missing(address.AbsoluteUri, error)), address, []);
            case WebAnswer.Elsewhere(var elsewhere):
                return (Once(address, new SourceEntry.Skipped(address.AbsoluteUri, $"The page leads away to {elsewhere}.")), address, []);
            case WebAnswer.Refused(var code, var error):
                return (Once(address, new SourceEntry.Failed(address.AbsoluteUri, code, error)), address, []);
            case WebAnswer.Unreachable(var code, var error):
                return (Once(address, new SourceEntry.Failed(address.AbsoluteUri, code, error)), address, []);
            default:
                return (
                    Once(address, new SourceEntry.Failed(
                        address.AbsoluteUri, "knowledge.page_refused", $"{address.Host} answered without a page.")),
                    address,
                    []);
        }
    }

    /// <summary>When every page failed it is the sites that are away, and not the pages.</summary>
    /// <exception cref="FaultException">Nothing but failures came.</exception>
    public void ThrowIfNothingCame()
    {
        if (!_anythingCame && _trouble is { } trouble)
        {
            throw Away(trouble);
        }
    }

    private async Task<(SourceEntry? Entry, Uri Address, IReadOnlyList<Uri> Links)> ReadAsync(
        WebAnswer.Page page, Uri asked, CancellationToken cancellationToken)
    {
        if (formats.ExtensionOf(page.MediaType, page.Address) is not { } extension)
        {
            return (
                Once(page.Address, new SourceEntry.Skipped(
                    page.Address.AbsoluteUri, $"Pages of the type '{page.MediaType}' cannot be read.")),
                page.Address,
                []);
        }

        var isText = page.MediaType?.StartsWith("text/", StringComparison.Ordinal) != false || extension == "html";
        byte[] body;
        try
        {
            body = isText ? await WebPage.RecodeAsync(page.Body, page.Charset, cancellationToken) : page.Body;
        }
        catch (FaultException ex)
        {
            var address = page.Address.AbsoluteUri;
            return (Once(page.Address, new SourceEntry.Failed(address, ex.Fault.Code, ex.Fault.Detail)), page.Address, []);
        }

        var html = extension == "html" ? WebPage.Parse(body, page.Address) : null;

        // A page may name its own address, on its own site.
        var key = html?.Canonical is { } canonical && WebAddress.IsSameSite(canonical, page.Address) ? canonical : page.Address;
        if (key != asked)
        {
            _keys.Add(asked.AbsoluteUri);
        }

        var version = new PageVersion(
            page.ETag, page.Modified, html?.TextHash ?? Convert.ToHexStringLower(SHA256.HashData(body)));
        var before = PageVersion.Parse(known.GetValueOrDefault(key.AbsoluteUri)?.Version);
        SourceEntry entry = before?.Text == version.Text
            ? new SourceEntry.Unchanged(key.AbsoluteUri, version.ToString())
            : new SourceEntry.Found(
                key.AbsoluteUri,
                NameOf(html, key),
                "",
                extension,
                version.ToString(),
                _ => Task.FromResult<Stream>(new MemoryStream(body)));
        return (Once(key, entry), page.Address, html?.Links ?? []);
    }

    private static string NameOf(WebPage? page, Uri address)
    {
        // A slash in a title divides words, not folders.
        var title = FileNames.Clean(page?.Title.Replace('/', '-').Replace('\\', '-'));
        if (title.Length > 0)
        {
            return title;
        }

        var last = FileNames.Clean(Uri.UnescapeDataString(address.AbsolutePath.TrimEnd('/')));
        return last.Length > 0 ? last : address.Host;
    }

    private SourceEntry? Once(Uri address, SourceEntry entry) => _keys.Add(address.AbsoluteUri) ? entry : null;

    private async Task<IReadOnlyList<Uri>> KeptLinksAsync(
        KnownDocument document, Uri address, CancellationToken cancellationToken)
    {
        await using var kept = await objects.OpenAsync(document.ObjectKey, cancellationToken);
        if (kept is null)
        {
            return [];
        }

        using var body = new MemoryStream();
        await kept.CopyToAsync(body, cancellationToken);
        return WebPage.Parse(body.ToArray(), address).Links;
    }

    private void Count(WebAnswer answer)
    {
        if (answer is not WebAnswer.Unreachable trouble)
        {
            _anythingCame = true;
            _failures = 0;
            return;
        }

        _trouble ??= trouble;
        if (++_failures >= FailuresInARow)
        {
            throw Away(trouble);
        }
    }

    private static FaultException Away(WebAnswer.Unreachable trouble)
        => SourceFaults.Unavailable(
            trouble.Code, $"The site could not be read: {trouble.Error.TrimEnd('.')}. Nothing was removed.");
}
