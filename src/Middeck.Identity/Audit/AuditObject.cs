namespace Middeck.Identity.Audit;

/// <summary>What was acted on.</summary>
internal sealed record AuditObject(string Kind, string? Id, string? Name);
