namespace Middeck.Identity.Workspaces;

/// <summary>The job that erases a workspace.</summary>
internal sealed record ErasureStarted(Guid JobId);
