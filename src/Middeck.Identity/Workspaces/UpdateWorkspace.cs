using Middeck.Identity.Validation;

namespace Middeck.Identity.Workspaces;

/// <summary>Changes a workspace; what is left out stays.</summary>
public sealed record UpdateWorkspace([Name] string? Name);
