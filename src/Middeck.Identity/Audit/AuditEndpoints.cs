using Microsoft.AspNetCore.Builder;

namespace Middeck.Identity.Audit;

/// <summary>Says on an endpoint what of it goes into the audit log.</summary>
public static class AuditEndpoints
{
    /// <summary>For calls that change nothing although they are no GET: searches, tests, subscriptions. Forbidden attempts are still written.</summary>
    public static TBuilder WithoutAudit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new AuditMetadata(Successes: false, Failures: false));

    /// <summary>For sign-in: attempts that fail are what the log is read for.</summary>
    internal static TBuilder WithAuditedFailures<TBuilder>(this TBuilder builder, bool successes = true)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new AuditMetadata(successes, Failures: true));
}
