namespace Middeck.Identity.Users;

/// <summary>The workspace that a call works in, and one's role there.</summary>
internal sealed record MyWorkspace(Guid Id, string Name, string Role);
