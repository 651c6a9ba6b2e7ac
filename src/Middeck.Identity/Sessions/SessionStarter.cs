using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Identity.Tokens;
using Middeck.Identity.Users;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Sessions;

/// <summary>Opens a session for somebody whose password was checked.</summary>
internal sealed class SessionStarter(
    Database database, AccessTokens accessTokens, IOptions<IdentityOptions> options, TimeProvider clock)
{
    public async Task<SessionTokens> StartAsync(
        UserRow user, ClientAddress client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessionId = Ids.New(clock);
        var refreshToken = SecretToken.New();
        var expires = now.AddDays(options.Value.SessionDays);
        await database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO identity.session
                        (id, user_id, security_stamp, ip, user_agent, created_at, last_seen_at, expires_at)
                    VALUES ({sessionId}, {user.Id}, {user.SecurityStamp}, {client.Ip}, {client.UserAgent}, {now}, {now}, {expires})
                    """,
                    cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO identity.refresh_token (id, session_id, token_hash, created_at, expires_at)
                    VALUES ({Ids.New(clock)}, {sessionId}, {SecretToken.Hash(refreshToken)}, {now}, {expires})
                    """,
                    cancellationToken);
                await sql.ExecuteAsync(
                    $"UPDATE identity.user SET last_login_at = {now} WHERE id = {user.Id}", cancellationToken);
            },
            cancellationToken);

        return new SessionTokens(
            accessTokens.Issue(user.Id, sessionId), refreshToken, options.Value.AccessTokenSeconds);
    }
}
