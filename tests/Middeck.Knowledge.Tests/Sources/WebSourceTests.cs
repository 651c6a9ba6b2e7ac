using System.IO.Compression;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Sources;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Sources;

public sealed class WebSourceTests(PostgresFixture postgres) : SourceRoom(postgres), IAsyncLifetime
{
    private TestSite _site = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["outbound:PrivateHosts:0"] = "127.0.0.1",
        ["knowledge:PageDelay"] = "0",
        ["knowledge:PageTimeout"] = "600",
        ["knowledge:MaxPageBytes"] = "100000",
    };

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _site = await TestSite.StartAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _site.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Pages_become_documents_by_their_titles_and_what_they_are()
    {
        _site.Html("/exits", "Exits / doors", "<p>Keep exits free.</p>");
        _site.Send("/notes.md", "text/markdown", "# Notes");
        _site.Send("/plain", "text/plain", "plain text");
        _site.Send("/film", "video/mp4", "film");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Urls("/exits", "/notes.md", "/plain", "/film", "/nowhere"));

        var run = await SyncAsync(source);

        Assert.Equal(SyncState.Succeeded, run.State);
        Assert.Equal(new SyncCounts(3, 0, 0, 1, 0, 1), run.Counts);
        Assert.Contains("404", Assert.Single(run.Failures).Error, StringComparison.Ordinal);
        var documents = await DocumentsAsync(kb.Id);
        Assert.Equal(["Exits - doors", "notes.md", "plain"], documents.Select(document => document.Name));
        Assert.Equal(["html", "md", "txt"], documents.Select(document => document.Extension));
        Assert.All(documents, document => Assert.Equal((DocumentOrigin.Web, source.Id), (document.Origin, document.SourceId!.Value)));
        Assert.Equal(3, Jobs.Jobs.Count(job => job.Request.Kind == "knowledge.ingest"));
    }

    [Fact]
    public async Task A_second_run_fetches_only_what_changed_and_makes_it_the_next_version()
    {
        _site.Tagged("/tagged", "\"1\"", "<title>T</title><p>tagged</p>");
        _site.Html("/token", "Token", "<p>same</p><script>nonce(1)</script>");
        _site.Html("/changing", "Changing", "<p>one</p>");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Urls("/tagged", "/token", "/changing"));
        await SyncAsync(source);
        _site.Html("/token", "Token", "<p>same</p><script>nonce(2)</script>");
        _site.Html("/changing", "Changing", "<p>two</p>");

        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 1, 2, 0, 0, 0), run.Counts);
        Assert.Contains(("/tagged", 304), _site.Requests);
        var changed = (await DocumentsAsync(kb.Id)).Single(document => document.Name == "Changing");
        Assert.Equal((2, DocumentStatus.Waiting), (changed.Version, changed.Status));
        Assert.Contains("two", await TextAsync(changed), StringComparison.Ordinal);
        Assert.Equal(new SyncCounts(0, 0, 3, 0, 0, 0), (await SyncAsync(source)).Counts);
    }

    [Fact]
    public async Task A_crawl_follows_links_on_its_site_to_its_depth_within_its_patterns_and_never_in_circles()
    {
        _site.Html("/", "Home", """<a href="/a">A</a><a href="/b#part">B</a><a href="http://elsewhere.invalid/">E</a><a href="/secret/x">S</a>""");
        _site.Html("/a", "A", """<p>a</p><a href="/">Home</a><a href="/deep">D</a><a href="mailto:x@example.org">M</a>""");
        _site.Html("/b", "B", """<p>b</p><a href="/a">A</a>""");
        _site.Html("/deep", "Deep", """<p>deep</p><a href="/deeper">D</a>""");
        _site.Html("/deeper", "Deeper", "<p>deeper</p>");
        _site.Html("/secret/x", "Secret", "<p>secret</p>");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl(depth: 2, exclude: "/secret/*"));

        var run = await SyncAsync(source);

        Assert.Equal(["Home", "A", "B", "Deep"], (await DocumentsAsync(kb.Id)).Select(document => document.Name));
        Assert.Equal(4, run.Counts.Added);
        Assert.Equal(_site.Requests.Count, _site.Requests.Select(request => request.Path).Distinct().Count());
    }

    [Fact]
    public async Task A_crawl_goes_on_behind_pages_that_have_not_changed()
    {
        _site.Tagged("/", "\"1\"", "<title>Home</title><a href='/a'>A</a>");
        _site.Html("/a", "A", "<p>a</p>");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl());
        await SyncAsync(source);
        _site.Html("/a", "A", "<p>other</p>");

        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 1, 1, 0, 0, 0), run.Counts);
        Assert.Equal(2, (await DocumentsAsync(kb.Id)).Count);
    }

    [Fact]
    public async Task Pages_that_say_they_are_one_are_one()
    {
        _site.Html("/", "Home", """<a href="/p?a=1">1</a><a href="/p?a=2">2</a><a href="/twin">T</a><a href="/moved">M</a>""");
        foreach (var path in new[] { "/p?a=1", "/p?a=2" })
        {
            _site.Html(path, "P", $"<p>{path}</p>", """<link rel="canonical" href="/p">""");
        }

        _site.Html("/twin", "Twin", "<p>same</p>");
        _site.Html("/other", "Twin", "<p>same</p>");
        _site.Redirect("/moved", "/other");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl());

        var run = await SyncAsync(source);

        Assert.Equal(["/", "/p", "/twin"], (await DocumentsAsync(kb.Id)).Select(document => new Uri(document.SourceKey!).AbsolutePath));
        Assert.Equal((3, 1), (run.Counts.Added, run.Counts.Skipped));
    }

    [Fact]
    public async Task A_redirect_away_from_the_site_is_not_followed_by_a_crawl_and_one_in_circles_ends()
    {
        await using var other = await TestSite.StartAsync();
        other.Html("/", "Other", "<p>other</p>");
        _site.Html("/", "Home", """<a href="/away">A</a><a href="/round">R</a>""");
        _site.Redirect("/away", other.Address);
        _site.Redirect("/round", "/round");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl());

        var run = await SyncAsync(source);

        Assert.Empty(other.Requests);
        Assert.Equal("knowledge.too_many_redirects", Assert.Single(run.Failures).Code);
        Assert.Single(await DocumentsAsync(kb.Id));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_for()
    {
        _site.Send("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: Middeck\nDisallow: /private");
        _site.Html("/", "Home", """<a href="/private/x">P</a>""");
        _site.Html("/private/x", "P", "p");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl());

        var run = await SyncAsync(source);

        Assert.Equal("knowledge.robots_disallowed", Assert.Single(run.Failures).Code);
        Assert.Single(await DocumentsAsync(kb.Id));
        Assert.DoesNotContain(_site.Requests, request => request.Path == "/private/x");
    }

    [Fact]
    public async Task A_site_whose_robots_txt_fails_is_left_alone()
    {
        _site.Status("/robots.txt", 503);
        _site.Html("/", "Home", "home");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Crawl());

        await SyncAsync(source);

        Assert.Empty(await DocumentsAsync(kb.Id));
        Assert.DoesNotContain(_site.Requests, request => request.Path == "/");
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_between_two_requests()
    {
        _site.Send("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 4");
        _site.Html("/a", "A", "a");
        _site.Html("/b", "B", "b");
        var (_, source) = await GivenSourceAsync(SourceKind.Web, Urls("/a", "/b"));
        var delay = TimeSpan.FromSeconds(4);
        var waits = Channel.CreateUnbounded<TimeSpan>();
        Clock.TimerSet += due => waits.Writer.TryWrite(due);

        // The clock stands still but for the waits between requests, so each of them is as long as all of the delay.
        var run = SyncAsync(source);
        _ = run.ContinueWith(_ => waits.Writer.Complete(), TaskScheduler.Default);
        var waited = 0;
        await foreach (var due in waits.Reader.ReadAllAsync())
        {
            if (due == delay)
            {
                waited++;
                Clock.Advance(delay);
            }
        }

        Assert.Equal(2, (await run).Counts.Added);
        Assert.Equal(2, waited);
    }

    [Fact]
    public async Task Sitemaps_lead_to_pages_through_indexes_packed_ones_and_circles()
    {
        _site.Html("/a", "A", "a");
        _site.Html("/b", "B", "b");
        _site.Html("/c", "C", "c");
        _site.Send("/sitemap.xml", "application/xml", Index("/sitemap.xml", "/one.xml.gz", "/two.xml"));
        _site.Send("/one.xml.gz", "application/gzip", Packed(UrlSet("/a", "/b", "/a")));
        _site.Send("/two.xml", "application/xml", Index("/sitemap.xml", "/three.xml"));
        _site.Send("/three.xml", "application/xml", UrlSet("/c", "/b", "/not-wanted"));
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Sitemap() with { Web = Sitemap().Web! with { Exclude = ["/not*"] } });

        await SyncAsync(source);

        Assert.Equal(["A", "B", "C"], (await DocumentsAsync(kb.Id)).Select(document => document.Name));
        Assert.Single(_site.Requests, request => request.Path == "/sitemap.xml");
    }

    [Theory]
    [InlineData("huge")]
    [InlineData("broken")]
    [InlineData("missing")]
    public async Task A_sitemap_that_cannot_be_read_ends_the_run_and_removes_nothing(string trouble)
    {
        _site.Html("/a", "A", "a");
        _site.Send("/sitemap.xml", "application/xml", UrlSet("/a"));
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Sitemap());
        await SyncAsync(source);
        _site.Send("/sitemap.xml", "application/xml", trouble switch
        {
            "huge" => Packed(new string(' ', 5_000_000)),
            "broken" => "<urlset><url><loc>"u8.ToArray(),
            _ => [],
        });
        if (trouble == "missing")
        {
            _site.Status("/sitemap.xml", 404);
        }

        var run = await SyncAsync(source);

        Assert.Equal(SyncState.Failed, run.State);
        Assert.Contains("Nothing was removed", run.Error, StringComparison.Ordinal);
        Assert.Single(await DocumentsAsync(kb.Id));
        Assert.Equal((SourceState.Error, run.ErrorCode), ((await ReadAsync(source)).State, (await ReadAsync(source)).ErrorCode));
    }

    [Fact]
    public async Task What_the_site_says_is_gone_goes_and_what_it_cannot_send_stays()
    {
        _site.Html("/a", "A", "a");
        _site.Html("/b", "B", "b");
        _site.Html("/c", "C", "c");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Urls("/a", "/b", "/c"));
        await SyncAsync(source);
        _site.Status("/a", 410);
        _site.Status("/b", 500);

        var run = await SyncAsync(source);

        Assert.Equal(new SyncCounts(0, 0, 1, 0, 1, 1), run.Counts);
        Assert.Equal(["B", "C"], (await DocumentsAsync(kb.Id)).Select(document => document.Name));
    }

    [Fact]
    public async Task A_site_that_is_away_ends_the_run_and_removes_nothing()
    {
        _site.Html("/a", "A", "a");
        _site.Html("/b", "B", "b");
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Urls("/a", "/b"));
        await SyncAsync(source);
        await _site.StopAsync();

        var run = await SyncAsync(source);

        Assert.Equal((SyncState.Failed, "knowledge.page_unreachable"), (run.State, run.ErrorCode));
        Assert.Equal(2, (await DocumentsAsync(kb.Id)).Count);
    }

    [Fact]
    public async Task A_page_that_never_ends_fails_alone()
    {
        var asked = new TaskCompletionSource();
        _site.Pages["/slow"] = async context =>
        {
            await context.Response.WriteAsync("<p>");
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        };
        _site.Html("/a", "A", "a");
        _site.Html("/large", "Large", new string('x', 200_000));
        var (_, source) = await GivenSourceAsync(SourceKind.Web, Urls("/slow", "/large", "/a"));

        var running = SyncAsync(source);
        await asked.Task;
        Clock.Advance(TimeSpan.FromSeconds(601));
        var run = await running;

        Assert.Equal(1, run.Counts.Added);
        Assert.Equal(["knowledge.page_timeout", "knowledge.page_too_large"], run.Failures.Select(failure => failure.Code));
    }

    [Fact]
    public async Task A_page_in_another_encoding_is_read_as_its_header_says()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        _site.Send("/gbk", "text/html; charset=gbk", gbk.GetBytes("<html><head><meta charset=\"big5\"><title>消防规范</title></head><body><p>疏散走道</p></body></html>"));
        var (kb, source) = await GivenSourceAsync(SourceKind.Web, Urls("/gbk"));

        await SyncAsync(source);

        var document = Assert.Single(await DocumentsAsync(kb.Id));
        Assert.Equal("消防规范", document.Name);
        await IngestAsync(Document.From(document));
        Assert.Contains("疏散走道", Assert.Single(await ContentsAsync(document.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_can_be_tried_before_they_are_saved()
    {
        for (var i = 0; i < 30; i++)
        {
            _site.Html($"/{i}", $"Page {i}", $"{i}");
        }

        var kb = await GivenBaseAsync();
        var check = await Get<SourceChecks>().RunAsync(
            Caller, kb.Id, new CheckSource { Kind = SourceKind.Web, Settings = Urls([.. Enumerable.Range(0, 30).Select(i => $"/{i}")]) }, CancellationToken.None);

        Assert.Equal((20, true, "Page 0"), (check.Items.Count, check.More, check.Items[0].Name));
        Assert.Empty(await DocumentsAsync(kb.Id));
    }

    private SourceSettings Urls(params string[] paths)
        => new() { Web = new WebSettings { Urls = [.. paths.Select(path => _site.Address + path)] } };

    private SourceSettings Crawl(int depth = 3, params string[] exclude)
        => new() { Web = new WebSettings { Mode = WebMode.Crawl, StartUrl = _site.Address, MaxDepth = depth, Exclude = exclude } };

    private SourceSettings Sitemap()
        => new() { Web = new WebSettings { Mode = WebMode.Sitemap, StartUrl = $"{_site.Address}/sitemap.xml" } };

    private string UrlSet(params string[] paths)
        => $"<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(paths.Select(path => $"<url><loc>{_site.Address}{path}</loc><lastmod>2026-01-01</lastmod></url>"))}</urlset>";

    private string Index(params string[] paths)
        => $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(paths.Select(path => $"<sitemap><loc>{_site.Address}{path}</loc></sitemap>"))}</sitemapindex>";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
