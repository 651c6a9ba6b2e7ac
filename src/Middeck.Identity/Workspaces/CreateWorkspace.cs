using System.ComponentModel.DataAnnotations;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Workspaces;

/// <summary>Asks for a workspace.</summary>
public sealed record CreateWorkspace([Required, Name] string Name);
