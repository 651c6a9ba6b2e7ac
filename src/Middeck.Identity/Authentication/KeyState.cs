using Middeck.Identity.Keys;

namespace Middeck.Identity.Authentication;

/// <summary>
/// What every call with a key needs to know. The creator's role is today's; null when that person is gone or suspended.
/// </summary>
internal sealed record KeyState(
    Guid KeyId,
    ApiKeyKind Kind,
    string Name,
    Guid WorkspaceId,
    Guid? ResourceId,
    IReadOnlyList<string> Scopes,
    Guid? CreatedBy,
    string? CreatorRole,
    DateTimeOffset? ExpiresAt);
