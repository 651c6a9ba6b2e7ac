using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Jobs;
using Middeck.Storage.Sql;

namespace Middeck.Identity;

/// <summary>Trims what grows with use: the audit log after its days, credentials some time after they ended.</summary>
internal static class IdentityRetention
{
    // Ended sessions are kept a while: a refresh token that comes back late is still known as used.
    private static readonly TimeSpan AfterEnd = TimeSpan.FromDays(7);

    public static IServiceCollection AddIdentityRetention(this IServiceCollection services)
        => services
            .AddTrim("audit", (before, batch) =>
                $"""
                DELETE FROM identity.audit WHERE id IN (
                    SELECT id FROM identity.audit WHERE at < {before} ORDER BY at LIMIT {batch})
                """,
                options => TimeSpan.FromDays(options.AuditDays))
            .AddTrim("session", (before, batch) =>
                $"""
                DELETE FROM identity.session WHERE id IN (
                    SELECT id FROM identity.session WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
                """,
                _ => AfterEnd)
            .AddTrim("refresh_token", (before, batch) =>
                $"""
                DELETE FROM identity.refresh_token WHERE id IN (
                    SELECT id FROM identity.refresh_token WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
                """,
                _ => TimeSpan.Zero)
            .AddTrim("login_attempt", (before, batch) =>
                $"""
                DELETE FROM identity.login_attempt WHERE email_hash IN (
                    SELECT email_hash FROM identity.login_attempt WHERE last_at < {before} ORDER BY last_at LIMIT {batch})
                """,
                _ => AfterEnd)
            .AddTrim("one_time_token", (before, batch) =>
                $"""
                DELETE FROM identity.one_time_token WHERE token_hash IN (
                    SELECT token_hash FROM identity.one_time_token
                    WHERE expires_at < {before} ORDER BY expires_at LIMIT {batch})
                """,
                _ => TimeSpan.Zero);

    private static IServiceCollection AddTrim(
        this IServiceCollection services,
        string table,
        Func<DateTimeOffset, int, SqlText> delete,
        Func<IdentityOptions, TimeSpan> keep)
        => services.AddRetention($"identity.{table}", (provider, batch, cancellationToken) =>
        {
            var options = provider.GetRequiredService<IOptions<IdentityOptions>>().Value;
            var before = provider.GetRequiredService<TimeProvider>().GetUtcNow() - keep(options);
            return provider.GetRequiredService<Database>().ExecuteAsync(delete(before, batch), cancellationToken);
        });
}
