namespace Middeck.Identity.Audit;

/// <summary>Who acted: <c>user</c>, <c>management_key</c>, <c>anonymous</c>, <c>system</c>.</summary>
internal sealed record AuditActor(string Kind, Guid? Id, string Name);
