using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Identity.Changes;
using Middeck.Identity.Tokens;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Sessions;

/// <summary>
/// Exchanges refresh tokens. Each works once (RFC 9700, 4.14.2): one that comes back ends its session, because either the
/// thief or the owner holds a copy. Two tabs that refresh at the same moment are no theft: within 10 seconds the second one
/// gets a token too, as long as the first one's has not been used.
/// </summary>
internal sealed class RefreshService(
    Database database,
    AccessTokens accessTokens,
    IdentityChanges changes,
    IOptions<IdentityOptions> options,
    TimeProvider clock)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    // More tabs than this do not refresh in the same 10 seconds; a program in a loop does.
    private const int MaxSiblings = 20;

    public async Task<RefreshOutcome> RefreshAsync(
        string refreshToken, ClientAddress client, CancellationToken cancellationToken)
    {
        var outcome = await database.InTransactionAsync(
            sql => ExchangeAsync(sql, refreshToken, client, cancellationToken), cancellationToken);
        if (outcome is RefreshOutcome.Reused(var userId))
        {
            await changes.PersonAsync(userId, cancellationToken);
        }

        return outcome;
    }

    private async Task<RefreshOutcome> ExchangeAsync(
        ISql sql, string refreshToken, ClientAddress client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The session's row is locked, so exchanges of one session happen one after the other.
        var token = await sql.FirstOrDefaultAsync(
            $"""
            SELECT t.id, t.session_id, s.user_id
            FROM identity.refresh_token t
            JOIN identity.session s ON s.id = t.session_id
            JOIN identity.user u ON u.id = s.user_id
            WHERE t.token_hash = {SecretToken.Hash(refreshToken)}
              AND t.expires_at > {now}
              AND s.revoked_at IS NULL
              AND s.security_stamp = u.security_stamp
              AND u.suspended_at IS NULL
            FOR UPDATE OF s
            """,
            row => new RefreshTokenRow(row.Get<Guid>("id"), row.Get<Guid>("session_id"), row.Get<Guid>("user_id")),
            cancellationToken);
        if (token is null)
        {
            return new RefreshOutcome.Invalid();
        }

        // Read after the lock: the row above may show the token as it was before we waited.
        var usedAt = await sql.ScalarAsync<DateTimeOffset?>(
            $"SELECT used_at FROM identity.refresh_token WHERE id = {token.Id}", cancellationToken);
        if (usedAt is { } used && !await IsRaceAsync(sql, token, used, now, cancellationToken))
        {
            await sql.ExecuteAsync(
                $"""
                UPDATE identity.session SET revoked_at = {now}, revoked_reason = 'reused' WHERE id = {token.SessionId}
                """,
                cancellationToken);
            return new RefreshOutcome.Reused(token.UserId);
        }

        if (usedAt is null)
        {
            // The siblings that a race left go with it: of a session only one line of tokens lives on.
            await sql.ExecuteAsync(
                $"""
                UPDATE identity.refresh_token SET used_at = {now}
                WHERE session_id = {token.SessionId} AND used_at IS NULL
                """,
                cancellationToken);
        }

        return await IssueAsync(sql, token, client, now, cancellationToken);
    }

    private static async Task<bool> IsRaceAsync(
        ISql sql, RefreshTokenRow token, DateTimeOffset usedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - usedAt > Grace)
        {
            return false;
        }

        var unused = await sql.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM identity.refresh_token WHERE parent_id = {token.Id} AND used_at IS NULL
              AND session_id = {token.SessionId}
            """,
            cancellationToken);
        return unused is > 0 and < MaxSiblings;
    }

    private async Task<RefreshOutcome> IssueAsync(
        ISql sql, RefreshTokenRow token, ClientAddress client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = SecretToken.New();
        var expires = now.AddDays(options.Value.SessionDays);
        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity.refresh_token (id, session_id, token_hash, parent_id, created_at, expires_at)
            VALUES ({Ids.New(clock)}, {token.SessionId}, {SecretToken.Hash(next)}, {token.Id}, {now}, {expires})
            """,
            cancellationToken);
        await sql.ExecuteAsync(
            $"""
            UPDATE identity.session
            SET last_seen_at = {now}, expires_at = {expires}, ip = {client.Ip}, user_agent = {client.UserAgent}
            WHERE id = {token.SessionId}
            """,
            cancellationToken);
        return new RefreshOutcome.Refreshed(
            token.UserId,
            new SessionTokens(
                accessTokens.Issue(token.UserId, token.SessionId), next, options.Value.AccessTokenSeconds));
    }
}
