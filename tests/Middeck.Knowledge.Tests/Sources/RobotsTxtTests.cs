using Middeck.Knowledge.Sources.Web;

namespace Middeck.Knowledge.Tests.Sources;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("", "/x", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /", "/x", true)]
    [InlineData("user-AGENT : * # all\r\nDISALLOW: /x # no", "/xyz", false)]
    // Our own group counts alone, wherever it stands and whatever the case; two of them are one.
    [InlineData("User-agent: Middeck/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true)]
    [InlineData("User-agent: middeck\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: MIDDECK\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: middeck\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: MIDDECK\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: middeckbot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nSitemap: http://x/s.xml\nDisallow: /a", "/a", false)]
    // The longest rule counts, and Allow where both are as long.
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /*.gif", "/p.gif", false)]
    // Stars, ends and percents.
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/a1b2b3c", false)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /x$", "/xy", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /消防", "/%e6%b6%88%E9%98%B2/a", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    public void A_path_is_allowed_as_the_standard_says(string robots, string path, bool allowed)
        => Assert.Equal(allowed, RobotsTxt.Parse(robots).Allows(path));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0.5", 0.5)]
    [InlineData("86400", 10)]
    [InlineData("soon", 0)]
    [InlineData("-3", 0)]
    public void A_delay_is_kept_within_reason(string asked, double seconds)
        => Assert.Equal(
            TimeSpan.FromSeconds(seconds), RobotsTxt.Parse($"User-agent: *\nCrawl-delay: {asked}\nDisallow: /a").CrawlDelay);

    [Fact]
    public void Stars_by_the_thousand_are_decided_at_once()
    {
        var robots = RobotsTxt.Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("a*", 5000))}b$");

        Assert.True(robots.Allows("/" + new string('a', 20_000)));
    }
}
