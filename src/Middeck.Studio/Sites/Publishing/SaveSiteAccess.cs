using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>Changes who may open a page.</summary>
public sealed record SaveSiteAccess : SiteAccess
{
    /// <summary>What visitors must say in the mode <c>code</c>; null keeps the present one. A new code ends what the old one opened.</summary>
    [StringLength(100, MinimumLength = 4)]
    public string? AccessCode { get; init; }
}
