using Middeck.Identity.Tokens;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Passwords;

/// <summary>The tokens of links that work once.</summary>
internal sealed class OneTimeTokens(Database database, TimeProvider clock)
{
    public const string PasswordReset = "password_reset";

    /// <summary>How long a link that was mailed works.</summary>
    public static readonly TimeSpan MailLifetime = TimeSpan.FromHours(1);

    /// <summary>How long a link that an administrator hands over works.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(24);

    public async Task<OneTimeLink> IssueAsync(
        string purpose, Guid userId, TimeSpan lifetime, Guid? createdBy, CancellationToken cancellationToken)
    {
        var token = SecretToken.New();
        var now = clock.GetUtcNow();
        await database.ExecuteAsync(
            $"""
            INSERT INTO identity.one_time_token (token_hash, purpose, user_id, created_by, created_at, expires_at)
            VALUES ({SecretToken.Hash(token)}, {purpose}, {userId}, {createdBy}, {now}, {now + lifetime})
            """,
            cancellationToken);
        return new OneTimeLink($"/reset/{token}", now + lifetime);
    }

    /// <summary>Whose token it is; null when there is none or it has expired.</summary>
    public Task<Guid?> FindAsync(string purpose, string token, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"""
            SELECT user_id FROM identity.one_time_token
            WHERE token_hash = {SecretToken.Hash(token)} AND purpose = {purpose} AND expires_at > {clock.GetUtcNow()}
            """,
            cancellationToken);

    /// <summary>Uses a token up inside the transaction that does what it allows. False when another call was first.</summary>
    public static async Task<bool> UseAsync(ISql sql, string token, CancellationToken cancellationToken)
        => await sql.ExecuteAsync(
            $"DELETE FROM identity.one_time_token WHERE token_hash = {SecretToken.Hash(token)}", cancellationToken) == 1;

    /// <summary>Whether a token was made for the person a moment ago: nobody needs two mails in a minute.</summary>
    public async Task<bool> IsRecentAsync(string purpose, Guid userId, CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"""
            SELECT true FROM identity.one_time_token
            WHERE user_id = {userId} AND purpose = {purpose} AND created_at > {clock.GetUtcNow().AddMinutes(-1)}
            LIMIT 1
            """,
            cancellationToken);
}
