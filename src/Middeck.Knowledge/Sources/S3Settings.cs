using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Which objects of a bucket are read. The secret key is given apart and never shown.</summary>
public sealed record S3Settings
{
    /// <summary>The address of an S3-compatible store; null for Amazon's own in the region.</summary>
    [StringLength(2000)]
    public string? Endpoint { get; init; }

    /// <summary>The bucket.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$")]
    public string Bucket { get; init; } = "";

    /// <summary>Only objects whose key begins so.</summary>
    [StringLength(1000)]
    public string Prefix { get; init; } = "";

    /// <summary>The region that requests are signed for.</summary>
    [RegularExpression("^[a-z0-9-]{1,40}$")]
    public string Region { get; init; } = "us-east-1";

    /// <summary>The access key; null for a bucket that everybody may read.</summary>
    [StringLength(200)]
    public string? AccessKey { get; init; }

    /// <summary>Whether the bucket stands in the path, as most S3-compatible stores want it, or in the host name.</summary>
    public bool PathStyle { get; init; } = true;

    /// <summary>Only keys that match one of these, <c>*</c> for anything; all when empty.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>No keys that match one of these.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
