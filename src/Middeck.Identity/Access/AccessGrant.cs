namespace Middeck.Identity.Access;

/// <summary>What one person may do with a resource. E-mail and name are read only.</summary>
public sealed record AccessGrant(Guid UserId, string? Email, string? Name, AccessLevel Level);
