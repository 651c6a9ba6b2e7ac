using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Middeck.Http.Outbound;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>
/// Fetches pages for one run as a polite visitor: one request at a time and site, with a pause between, what robots.txt allows, only
/// what has changed. Redirects are followed one by one, each under the same rules.
/// </summary>
internal sealed class WebFetcher(HttpMessageHandler handler, SiteTurns turns, KnowledgeOptions options, TimeProvider clock)
    : IDisposable
{
    private const int MaxRedirects = 10;
    private const string Agent = "Middeck/1.0 (knowledge source)";
    private const string Accepted = "text/html, application/xhtml+xml, application/pdf, text/*;q=0.9, */*;q=0.5";

    // What the guard lets through is decided by the handler; it is shared and stays.
    private readonly HttpMessageInvoker _http = new(handler, disposeHandler: false);
    private readonly Dictionary<string, (RobotsTxt Rules, WebAnswer.Unreachable? Trouble)> _robots = [];
    private readonly Dictionary<string, DateTimeOffset> _lastAt = [];

    public void Dispose() => _http.Dispose();

    /// <param name="address">What is asked for.</param>
    /// <param name="known">What is there already; null to have it in any case.</param>
    /// <param name="follow">Whether a redirect may lead there.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<WebAnswer> GetAsync(
        Uri address, PageVersion? known, Func<Uri, bool> follow, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var (robots, trouble) = await RobotsAsync(address, cancellationToken);
            if (trouble is not null)
            {
                return trouble;
            }

            if (!robots.Allows(address.PathAndQuery))
            {
                return new WebAnswer.Refused("knowledge.robots_disallowed", $"The robots.txt of {address.Host} does not allow this page.");
            }

            var (answer, next) = await OnceAsync(address, known, options.MaxPageBytes, cancellationToken);
            if (next is null)
            {
                return answer!;
            }

            if (!follow(next))
            {
                return new WebAnswer.Elsewhere(next);
            }

            (address, known) = (next, null);
        }

        return new WebAnswer.Refused("knowledge.too_many_redirects", $"The page was redirected more than {MaxRedirects} times.");
    }

    // RFC 9309, 2.3.1: no such file allows everything, a site in trouble allows nothing.
    private async Task<(RobotsTxt Rules, WebAnswer.Unreachable? Trouble)> RobotsAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(site, out var known))
        {
            return known;
        }

        // Until it is known nothing asks for a pause.
        _robots[site] = (RobotsTxt.Everything, null);
        var file = new Uri(address, "/robots.txt");
        WebAnswer? answer = null;
        for (var hop = 0; hop <= 5 && file is not null; hop++)
        {
            (answer, file) = await OnceAsync(file, null, RobotsTxt.MaxBytes, cancellationToken, cut: true);
        }

        return _robots[site] = answer switch
        {
            WebAnswer.Page page => (RobotsTxt.Parse(Encoding.UTF8.GetString(page.Body)), null),
            WebAnswer.Unreachable trouble => (RobotsTxt.Everything, trouble),
            _ => (RobotsTxt.Everything, null),
        };
    }

    private async Task<(WebAnswer? Answer, Uri? Next)> OnceAsync(
        Uri address, PageVersion? known, long maxBytes, CancellationToken cancellationToken, bool cut = false)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        using var turn = await turns.TakeAsync(site, cancellationToken);
        await PauseAsync(site, cancellationToken);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.PageTimeout), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = RequestOf(address, known);
            using var response = await _http.SendAsync(request, both.Token);
            return await AnswerAsync(address, response, maxBytes, cut, both.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (new WebAnswer.Unreachable(
                "knowledge.page_timeout", $"{address.Host} did not send the page within {options.PageTimeout} seconds."), null);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or InvalidDataException)
        {
            return (Trouble(address, ex), null);
        }
        finally
        {
            _lastAt[site] = clock.GetUtcNow();
        }
    }

    private async Task PauseAsync(string site, CancellationToken cancellationToken)
    {
        if (_lastAt.TryGetValue(site, out var last))
        {
            var asked = _robots.TryGetValue(site, out var robots) ? robots.Rules.CrawlDelay : TimeSpan.Zero;
            var own = TimeSpan.FromMilliseconds(options.PageDelay);
            var wait = last + (asked > own ? asked : own) - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private static HttpRequestMessage RequestOf(Uri address, PageVersion? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Accept", Accepted);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (known?.Etag is { } etag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        if (known?.Modified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return request;
    }

    private static async Task<(WebAnswer? Answer, Uri? Next)> AnswerAsync(
        Uri address, HttpResponseMessage response, long maxBytes, bool cut, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return (new WebAnswer.NotModified(), null);
        }

        if (status is >= 300 and < 400 && response.Headers.Location is { } location)
        {
            var next = new Uri(address, location);
            return next.Scheme is "http" or "https"
                ? (null, WebAddress.WithoutFragment(next))
                : (new WebAnswer.Refused("knowledge.redirect_refused", $"The page is redirected to '{next.Scheme}:'."), null);
        }

        if (!response.IsSuccessStatusCode)
        {
            var error = string.Create(CultureInfo.InvariantCulture, $"{address.Host} answered {status} {response.ReasonPhrase}").TrimEnd();
            WebAnswer refusal = status switch
            {
                404 or 410 => new WebAnswer.Gone(error),
                >= 500 or 429 => new WebAnswer.Unreachable("knowledge.page_failed", error),
                _ => new WebAnswer.Refused("knowledge.page_refused", error),
            };
            return (refusal, null);
        }

        var body = await WebBody.ReadAsync(response.Content, maxBytes, cut, cancellationToken);
        var type = response.Content.Headers.ContentType;
        WebAnswer page = body is null
            ? new WebAnswer.Refused(
                "knowledge.page_too_large", $"The page is over the limit of {maxBytes / (1024d * 1024):0.#} MB.")
            : new WebAnswer.Page(
                address,
                body,
                type?.MediaType?.ToLowerInvariant(),
                type?.CharSet?.Trim('"'),
                response.Headers.ETag?.ToString(),
                Sent(response.Content.Headers, "Last-Modified"));
        return (page, null);
    }

    private static string? Sent(HttpContentHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static WebAnswer.Unreachable Trouble(Uri address, Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutboundRefusedException refused)
            {
                return new WebAnswer.Unreachable("outbound.private_address", refused.Message);
            }
        }

        return new WebAnswer.Unreachable(
            "knowledge.page_unreachable", $"{address.Host} could not be reached: {exception.Message}");
    }
}
