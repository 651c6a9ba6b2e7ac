namespace Middeck.Identity.Authentication;

/// <summary>A person's role in one workspace.</summary>
internal readonly record struct Membership(Guid WorkspaceId, string Role);
