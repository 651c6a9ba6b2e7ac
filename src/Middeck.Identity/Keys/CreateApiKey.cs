namespace Middeck.Identity.Keys;

/// <summary>Asks for a key.</summary>
/// <param name="WorkspaceId">The workspace it belongs to.</param>
/// <param name="Kind">What it opens.</param>
/// <param name="Name">For people; may be empty.</param>
/// <param name="ResourceId">The app of an <c>app-</c> key; else null.</param>
/// <param name="Scopes">Permission names of an <c>md-</c> key; empty for the others.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="CreatedBy">The person; null for keys that a program made.</param>
public sealed record CreateApiKey(
    Guid WorkspaceId,
    ApiKeyKind Kind,
    string Name,
    Guid? ResourceId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset? ExpiresAt,
    Guid? CreatedBy);
