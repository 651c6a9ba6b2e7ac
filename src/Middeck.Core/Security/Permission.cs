namespace Middeck.Core.Security;

/// <summary>One entry of the permission catalogue.</summary>
/// <param name="Name">Dotted and stable, <c>area.act</c>.</param>
/// <param name="Scope">Where it applies.</param>
/// <param name="Description">What it allows, in English; the console translates by name.</param>
public sealed record Permission(string Name, PermissionScope Scope, string Description);
