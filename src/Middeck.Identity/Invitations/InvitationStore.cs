using Middeck.Core.Paging;
using Middeck.Identity.Tokens;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Invitations;

internal sealed class InvitationStore(Database database, TimeProvider clock)
{
    public Task InsertAsync(
        Guid workspaceId, NewInvitation invitation, Guid createdBy, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO identity.invitation
                (id, workspace_id, email, role, token_hash, created_by, created_at, expires_at)
            VALUES ({invitation.Id}, {workspaceId}, {invitation.Email}, {invitation.Role},
                    {SecretToken.Hash(invitation.Token)}, {createdBy}, {clock.GetUtcNow()}, {invitation.ExpiresAt})
            """,
            cancellationToken);

    public async Task<Page<Invitation>> ListOpenAsync(
        Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT id, email, role, created_at, expires_at, created_by
            FROM identity.invitation
            WHERE workspace_id = {workspaceId} AND accepted_at IS NULL AND expires_at > {clock.GetUtcNow()}
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC
            LIMIT {page.Fetch}
            """,
            row => new Invitation(
                row.Get<Guid>("id"),
                row.Get<string?>("email"),
                row.Get<string>("role"),
                row.Get<DateTimeOffset>("created_at"),
                row.Get<DateTimeOffset>("expires_at"),
                row.Get<Guid?>("created_by")),
            cancellationToken);
        return page.ToPage(rows, invitation => invitation.Id);
    }

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            DELETE FROM identity.invitation
            WHERE workspace_id = {workspaceId} AND id = {id} AND accepted_at IS NULL
            """,
            cancellationToken) == 1;

    /// <summary>The open invitation of a token; null when it was accepted, taken back, has expired or never was.</summary>
    public Task<InvitationRow?> FindOpenAsync(string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT i.id, i.workspace_id, w.name AS workspace_name, i.email, i.role, i.expires_at
            FROM identity.invitation i
            JOIN identity.workspace w ON w.id = i.workspace_id AND w.deleted_at IS NULL
            WHERE i.token_hash = {SecretToken.Hash(token)} AND i.accepted_at IS NULL AND i.expires_at > {clock.GetUtcNow()}
            """,
            InvitationRow.Map!,
            cancellationToken);

    /// <summary>Uses the invitation up and makes the person a member, in the caller's transaction. False when it was used meanwhile.</summary>
    public async Task<bool> JoinAsync(
        ISql sql, InvitationRow invitation, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // One UPDATE decides between two people who open the same link at once.
        var taken = await sql.ExecuteAsync(
            $"""
            UPDATE identity.invitation SET accepted_at = {now}, accepted_by = {userId}
            WHERE id = {invitation.Id} AND accepted_at IS NULL
            """,
            cancellationToken);
        if (taken == 0)
        {
            return false;
        }

        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity.member (workspace_id, user_id, role, joined_at)
            VALUES ({invitation.WorkspaceId}, {userId}, {invitation.Role}, {now})
            """,
            cancellationToken);
        await sql.ExecuteAsync(
            $"""
            UPDATE identity.user SET default_workspace_id = {invitation.WorkspaceId}
            WHERE id = {userId} AND default_workspace_id IS NULL
            """,
            cancellationToken);
        return true;
    }
}
