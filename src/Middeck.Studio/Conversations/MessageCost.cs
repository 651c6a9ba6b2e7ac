namespace Middeck.Studio.Conversations;

/// <summary>What an answer cost.</summary>
/// <param name="Amount">A decimal number as text.</param>
/// <param name="Currency">Such as <c>USD</c>.</param>
internal sealed record MessageCost(string Amount, string Currency);
