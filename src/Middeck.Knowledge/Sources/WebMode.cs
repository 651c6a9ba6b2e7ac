namespace Middeck.Knowledge.Sources;

/// <summary>How the pages of a web source are found.</summary>
public enum WebMode
{
    /// <summary>Those that are named.</summary>
    Urls,

    /// <summary>By links from a first page, on its host.</summary>
    Crawl,

    /// <summary>By a sitemap (sitemaps.org) or an index of sitemaps.</summary>
    Sitemap,
}
