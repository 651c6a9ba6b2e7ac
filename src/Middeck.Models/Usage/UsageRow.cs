namespace Middeck.Models.Usage;

/// <summary>A call and whose it is.</summary>
internal readonly record struct UsageRow(Guid WorkspaceId, UsageCall Call);
