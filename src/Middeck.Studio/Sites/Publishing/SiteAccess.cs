using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>Whether an app has a public page, who may open it, from where and how often.</summary>
public record SiteAccess
{
    /// <summary>Whether the page and its embedding answer at all.</summary>
    public bool Enabled { get; init; }

    /// <summary>Who may open it.</summary>
    public SiteAccessMode Mode { get; init; }

    /// <summary>Networks it is opened from, such as <c>10.0.0.0/8</c>; none: from anywhere.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>
    /// Pages that may embed it: <c>https://example.com</c>, <c>https://*.example.com</c>, or <c>*</c> for all; none: no page.
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>From when on its address leads nowhere; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Questions of one visitor in a minute; null for as many as they like. Default 20.</summary>
    [Range(1, 10_000)]
    public int? RequestsPerMinute { get; init; } = 20;

    /// <summary>Questions of one visitor on a day (UTC); null for as many as they like. Default 500.</summary>
    [Range(1, 1_000_000)]
    public int? RequestsPerDay { get; init; } = 500;

    /// <summary>Answers that one visitor gets at a time; null for as many as they like. Default 2.</summary>
    [Range(1, 100)]
    public int? ConcurrentAnswers { get; init; } = 2;
}
