namespace Middeck.Identity.Roles;

/// <summary>A role as the API shows it.</summary>
internal sealed record RoleView(string Name, IReadOnlyList<string> Permissions);
