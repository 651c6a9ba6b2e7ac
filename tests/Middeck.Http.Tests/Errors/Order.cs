using System.ComponentModel.DataAnnotations;

namespace Middeck.Http.Tests.Errors;

/// <summary>A body with every kind of rule.</summary>
public sealed record Order
{
    [Required]
    [StringLength(10, MinimumLength = 1)]
    public string CustomerName { get; init; } = "";

    [Range(1, 5)]
    public int Count { get; init; } = 1;

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}
