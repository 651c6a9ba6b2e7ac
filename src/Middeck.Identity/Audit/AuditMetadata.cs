namespace Middeck.Identity.Audit;

/// <summary>Says on an endpoint what of it goes into the audit log. Without it: every changing call that succeeded or was forbidden.</summary>
/// <param name="Successes">Whether calls that succeeded are written.</param>
/// <param name="Failures">Whether calls that were refused are written, as <c>{action}_failed</c>.</param>
internal sealed record AuditMetadata(bool Successes, bool Failures);
