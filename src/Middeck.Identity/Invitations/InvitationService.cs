using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Identity.Changes;
using Middeck.Identity.Passwords;
using Middeck.Identity.Users;
using Middeck.Identity.Workspaces;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Identity.Invitations;

/// <summary>Lets people in by the link that they were given.</summary>
internal sealed class InvitationService(
    Database database,
    InvitationStore invitations,
    WorkspaceStore workspaces,
    PasswordHashing passwords,
    IdentityChanges changes,
    TimeProvider clock)
{
    private static readonly Fault Invalid = Fault.NotFound(
        "invitations.invalid", "The invitation is not valid, was used or has expired. Ask for a new link.");

    /// <exception cref="FaultException"><c>invitations.invalid</c>.</exception>
    public async Task<InvitationRow> FindAsync(string token, CancellationToken cancellationToken)
        => await invitations.FindOpenAsync(token, cancellationToken) ?? throw new FaultException(Invalid);

    /// <summary>Makes somebody who has an account a member.</summary>
    /// <exception cref="FaultException"><c>invitations.other_person</c>, <c>members.already_member</c> or <c>invitations.invalid</c>.</exception>
    public async Task JoinAsync(
        InvitationRow invitation, Guid userId, string email, CancellationToken cancellationToken)
    {
        if (invitation.Email is { } invited && EmailKey.Of(invited) != EmailKey.Of(email))
        {
            throw new FaultException(new Fault(
                FaultKind.Forbidden, "invitations.other_person", "The invitation is for another e-mail address than yours."));
        }

        if (await workspaces.IsMemberAsync(invitation.WorkspaceId, userId, cancellationToken))
        {
            throw new FaultException(Fault.Conflict(
                "members.already_member", "You are a member of this workspace already."));
        }

        await database.InTransactionAsync(
            sql => JoinOrRefuseAsync(sql, invitation, userId, cancellationToken), cancellationToken);
        await changes.PersonAsync(userId, cancellationToken);
    }

    /// <summary>Makes an account and a member of somebody who has none.</summary>
    /// <exception cref="FaultException"><c>auth.password_policy</c>, <c>auth.email_taken</c> or <c>invitations.invalid</c>.</exception>
    public async Task<Guid> RegisterAsync(
        InvitationRow invitation, string email, string name, string password, CancellationToken cancellationToken)
    {
        PasswordFaults.Ensure(password, email, "password");
        var user = new NewUser(
            Ids.New(clock), email, name, passwords.Hash(password), Ids.New(clock), clock.GetUtcNow());
        try
        {
            await database.InTransactionAsync(
                async sql =>
                {
                    await UserStore.InsertAsync(sql, user, cancellationToken);
                    await JoinOrRefuseAsync(sql, invitation, user.Id, cancellationToken);
                },
                cancellationToken);
        }
        catch (PostgresException ex) when (ex.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new FaultException(
                Fault.Conflict("auth.email_taken", "An account with this e-mail address was made meanwhile. Sign in."), ex);
        }

        return user.Id;
    }

    private async Task JoinOrRefuseAsync(
        ISql sql, InvitationRow invitation, Guid userId, CancellationToken cancellationToken)
    {
        if (!await invitations.JoinAsync(sql, invitation, userId, cancellationToken))
        {
            throw new FaultException(Invalid);
        }
    }
}
