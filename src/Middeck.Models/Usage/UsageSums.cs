namespace Middeck.Models.Usage;

/// <summary>The answer to <c>GET /api/v1/usage</c>.</summary>
/// <param name="Data">Days in their order; models and apps by calls, most first.</param>
public sealed record UsageSums(IReadOnlyList<UsageSum> Data);
