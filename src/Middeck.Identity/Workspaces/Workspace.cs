namespace Middeck.Identity.Workspaces;

/// <summary>A workspace with the role of the person who asks; null for keys.</summary>
internal sealed record Workspace(Guid Id, string Name, string? Role, int MemberCount, DateTimeOffset CreatedAt);
