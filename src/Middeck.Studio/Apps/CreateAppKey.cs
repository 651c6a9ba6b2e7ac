using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Apps;

/// <summary>Asks for a key of an app.</summary>
public sealed record CreateAppKey
{
    /// <summary>For people.</summary>
    [StringLength(100)]
    public string? Name { get; init; }
}
