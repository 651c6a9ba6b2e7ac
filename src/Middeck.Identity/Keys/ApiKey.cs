namespace Middeck.Identity.Keys;

/// <summary>A key as people see it.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Masked">The prefix and the last four characters, <c>app-…x7Qd</c>.</param>
/// <param name="Scopes">Permission names; empty unless it is an <c>md-</c> key.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">The last call, to the minute; null when never.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
public sealed record ApiKey(
    Guid Id,
    string Name,
    string Masked,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? ExpiresAt);
