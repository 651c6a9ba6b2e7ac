using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Which web pages are read.</summary>
public sealed record WebSettings
{
    /// <summary>How pages are found.</summary>
    public WebMode Mode { get; init; }

    /// <summary>The pages of mode <c>urls</c>, at most 1,000; <c>http</c> or <c>https</c>.</summary>
    [MaxLength(1000)]
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The first page of mode <c>crawl</c>, or the sitemap of mode <c>sitemap</c>.</summary>
    [StringLength(2000)]
    public string? StartUrl { get; init; }

    /// <summary>How many links away from the first page a crawl goes, 0 to 5.</summary>
    [Range(0, 5)]
    public int MaxDepth { get; init; } = 2;

    /// <summary>Pages at most, 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int MaxPages { get; init; } = 200;

    /// <summary>
    /// Only addresses that match one of these; all when empty. <c>*</c> stands for anything; a pattern that begins with <c>/</c> is
    /// held against the path.
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>No addresses that match one of these.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
