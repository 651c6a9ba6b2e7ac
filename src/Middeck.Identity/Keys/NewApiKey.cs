namespace Middeck.Identity.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Key">The whole text; it cannot be shown again.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record NewApiKey(Guid Id, string Name, string Key, DateTimeOffset CreatedAt);
