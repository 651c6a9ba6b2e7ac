using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Workspaces;

/// <summary>The workspace's name, typed in by whoever deletes it.</summary>
public sealed record DeleteWorkspace([Required] string ConfirmName);
