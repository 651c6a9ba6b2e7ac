using Middeck.Core.Paging;
using Middeck.Identity.Changes;
using Middeck.Identity.Tokens;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Sessions;

internal sealed class SessionStore(Database database, IdentityChanges changes, TimeProvider clock)
{
    /// <summary>The open sessions of a person, newest first.</summary>
    public async Task<Page<Session>> ListAsync(
        Guid userId, Guid? currentId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT s.id, s.created_at, s.last_seen_at, s.ip, s.user_agent
            FROM identity.session s
            JOIN identity.user u ON u.id = s.user_id AND u.security_stamp = s.security_stamp
            WHERE s.user_id = {userId} AND s.revoked_at IS NULL AND s.expires_at > {clock.GetUtcNow()}
              AND ({page.After}::uuid IS NULL OR s.id < {page.After}::uuid)
            ORDER BY s.id DESC
            LIMIT {page.Fetch}
            """,
            row => new Session(
                row.Get<Guid>("id"),
                row.Get<DateTimeOffset>("created_at"),
                row.Get<DateTimeOffset>("last_seen_at"),
                row.Get<string?>("ip"),
                row.Get<string?>("user_agent"),
                row.Get<Guid>("id") == currentId),
            cancellationToken);
        return page.ToPage(rows, session => session.Id);
    }

    /// <summary>Ends one session of the person. False when there is none that is open.</summary>
    public async Task<bool> EndAsync(
        Guid userId, Guid sessionId, string reason, CancellationToken cancellationToken)
    {
        var ended = await database.ExecuteAsync(
            $"""
            UPDATE identity.session SET revoked_at = {clock.GetUtcNow()}, revoked_reason = {reason}
            WHERE id = {sessionId} AND user_id = {userId} AND revoked_at IS NULL
            """,
            cancellationToken);
        if (ended == 0)
        {
            return false;
        }

        await changes.PersonAsync(userId, cancellationToken);
        return true;
    }

    /// <summary>Ends the session of a refresh token, used or not.</summary>
    /// <returns>Whose it was; null when there is no such open session.</returns>
    public async Task<Guid?> EndByTokenAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var userId = await database.ScalarAsync<Guid?>(
            $"""
            UPDATE identity.session s SET revoked_at = {clock.GetUtcNow()}, revoked_reason = 'logout'
            FROM identity.refresh_token t
            WHERE t.token_hash = {SecretToken.Hash(refreshToken)} AND s.id = t.session_id AND s.revoked_at IS NULL
            RETURNING s.user_id
            """,
            cancellationToken);
        if (userId is { } id)
        {
            await changes.PersonAsync(id, cancellationToken);
        }

        return userId;
    }
}
