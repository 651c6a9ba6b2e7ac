namespace Middeck.Identity.Audit;

/// <summary>Which rows of the audit log are asked for; null means all. An actor is named by id or by a part of the name.</summary>
internal sealed record AuditFilter(
    string? Actor, string? Action, string? ObjectKind, string? ObjectId, DateTimeOffset? From, DateTimeOffset? To);
