using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>Says the access code.</summary>
public sealed record SayCode
{
    /// <summary>As it was told.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Code { get; init; } = "";
}
