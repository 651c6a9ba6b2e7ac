using Microsoft.Extensions.DependencyInjection;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Retention;

/// <summary>What grows with use: the audit log, kept for its days, and credentials, kept until some time after their end.</summary>
internal static class IdentityTrims
{
    // A refresh token that comes back late is still known as used, and a session's end still has its reason.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromDays(7);

    public static IReadOnlyList<IdentityTrim> All { get; } =
    [
        new("audit", options => TimeSpan.FromDays(options.AuditDays), (before, batch) => SqlText.Of($"""
            DELETE FROM identity.audit WHERE id IN (
                SELECT id FROM identity.audit WHERE at < {before} ORDER BY at LIMIT {batch})
            """)),
        new("session", _ => AfterEnd, (before, batch) => SqlText.Of($"""
            DELETE FROM identity.session WHERE id IN (
                SELECT id FROM identity.session WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
            """)),
        new("refresh_token", _ => AfterEnd, (before, batch) => SqlText.Of($"""
            DELETE FROM identity.refresh_token WHERE id IN (
                SELECT id FROM identity.refresh_token WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
            """)),
        new("login_attempt", _ => AfterEnd, (before, batch) => SqlText.Of($"""
            DELETE FROM identity.login_attempt WHERE email_hash IN (
                SELECT email_hash FROM identity.login_attempt WHERE last_at < {before} ORDER BY last_at LIMIT {batch})
            """)),
        new("one_time_token", _ => TimeSpan.Zero, (before, batch) => SqlText.Of($"""
            DELETE FROM identity.one_time_token WHERE token_hash IN (
                SELECT token_hash FROM identity.one_time_token
                WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
            """)),
        new("invitation", _ => AfterEnd, (before, batch) => SqlText.Of($"""
            DELETE FROM identity.invitation WHERE id IN (
                SELECT id FROM identity.invitation WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
            """)),
    ];

    public static IServiceCollection AddIdentityRetention(this IServiceCollection services)
    {
        foreach (var trim in All)
        {
            services.AddRetention($"identity.{trim.Table}", trim.RunAsync);
        }

        return services;
    }
}
