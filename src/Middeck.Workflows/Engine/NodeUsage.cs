namespace Middeck.Workflows.Engine;

/// <summary>What a node used.</summary>
/// <param name="TotalTokens">Tokens in and out.</param>
/// <param name="TotalPrice">As a decimal string would be read.</param>
/// <param name="Currency">Such as <c>USD</c>; empty when there is no price.</param>
public sealed record NodeUsage(long TotalTokens, decimal TotalPrice = 0, string Currency = "")
{
    /// <summary>Nothing.</summary>
    public static NodeUsage None { get; } = new(0);

    /// <summary>Both together. The currency is that of the first that has one.</summary>
    public static NodeUsage operator +(NodeUsage one, NodeUsage other)
        => ReferenceEquals(other, None) ? one
            : ReferenceEquals(one, None) ? other
            : new(one.TotalTokens + other.TotalTokens, one.TotalPrice + other.TotalPrice, one.Currency.Length > 0 ? one.Currency : other.Currency);
}
