using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Identity.Audit;
using Middeck.Identity.Bootstrap;
using Middeck.Identity.Changes;
using Middeck.Identity.Passwords;
using Middeck.Identity.Roles;
using Middeck.Identity.Users;
using Middeck.Identity.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Accounts;

/// <summary>Accounts for the operator on the machine.</summary>
internal sealed class AccountAdministration(
    Database database,
    AccountStore store,
    UserStore users,
    PasswordHashing passwords,
    LoginAttempts attempts,
    InitialPasswordFile initialPassword,
    IdentityChanges changes,
    TimeProvider clock) : IAccounts
{
    private const int Done = 200;

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) => await store.ListAsync(cancellationToken);

    public async Task<string?> CreateAsync(NewAccount account, string operatorName, CancellationToken cancellationToken)
    {
        var email = account.Email.Trim();
        if (!new EmailAddressAttribute().IsValid(email))
        {
            throw new FaultException(Fault.Invalid("users.invalid_email", $"'{email}' is no e-mail address.", "email"));
        }

        if (RoleCatalogue.Find(account.Role) is null)
        {
            throw new FaultException(Fault.Invalid(
                "workspaces.invalid_role",
                "The role must be owner, admin, editor, operator, dataset_operator or viewer.",
                "role"));
        }

        if (await users.FindByEmailAsync(EmailKey.Of(email), cancellationToken) is not null)
        {
            throw new FaultException(Fault.Conflict("users.email_taken", $"There is an account {email} already."));
        }

        var workspaceId = await store.WorkspaceAsync(account.Workspace, cancellationToken)
            ?? throw new FaultException(WorkspaceFaults.NotFound);
        var (password, generated) = Choose(account.Password, email);
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        await database.InTransactionAsync(
            async sql =>
            {
                await UserStore.InsertAsync(
                    sql,
                    new NewUser(id, email, account.Name ?? email.Split('@')[0], passwords.Hash(password), Ids.New(clock), now)
                    {
                        InstallationAdmin = account.IsAdministrator,
                        MustChangePassword = generated is not null,
                        DefaultWorkspaceId = workspaceId,
                    },
                    cancellationToken);
                await AccountStore.JoinAsync(sql, workspaceId, id, account.Role, now, cancellationToken);
                await RecordAsync(
                    sql, "create_user", id, email, operatorName, new { account.IsAdministrator, account.Role }, cancellationToken);
            },
            cancellationToken);
        return generated;
    }

    public async Task<string?> ResetPasswordAsync(
        string email, string? password, string operatorName, CancellationToken cancellationToken)
    {
        var user = await FindAsync(email, cancellationToken);
        var (wanted, generated) = Choose(password, user.Email);
        await database.InTransactionAsync(
            async sql =>
            {
                await AccountStore.SetPasswordAsync(
                    sql, user.Id, passwords.Hash(wanted), generated is not null, Ids.New(clock), cancellationToken);
                await RecordAsync(
                    sql, "reset_user_password", user.Id, user.Email, operatorName, new { Generated = generated is not null }, cancellationToken);
            },
            cancellationToken);
        await attempts.ForgetAsync(EmailKey.Of(user.Email), cancellationToken);
        if (user.MustChangePassword)
        {
            initialPassword.Delete();
        }

        await changes.PersonAsync(user.Id, cancellationToken);
        return generated;
    }

    public Task SetAdministratorAsync(
        string email, bool isAdministrator, string operatorName, CancellationToken cancellationToken)
        => ChangeAsync(email, isAdministrator, null, "set_user_administrator", operatorName, new { IsAdministrator = isAdministrator }, cancellationToken);

    public Task SetDisabledAsync(string email, bool isDisabled, string operatorName, CancellationToken cancellationToken)
        => ChangeAsync(
            email, null, isDisabled, isDisabled ? "suspend_user" : "resume_user", operatorName, new { Suspended = isDisabled }, cancellationToken);

    private async Task ChangeAsync(
        string email,
        bool? isAdministrator,
        bool? isDisabled,
        string action,
        string operatorName,
        object after,
        CancellationToken cancellationToken)
    {
        var user = await FindAsync(email, cancellationToken);
        var done = await database.InTransactionAsync(
            async sql =>
            {
                var changed = await AccountStore.ChangeAsync(
                    sql, user.Id, isAdministrator, isDisabled, clock.GetUtcNow(), Ids.New(clock), cancellationToken);
                if (changed)
                {
                    await RecordAsync(sql, action, user.Id, user.Email, operatorName, after, cancellationToken);
                }

                return changed;
            },
            cancellationToken);
        if (!done)
        {
            throw new FaultException(Fault.Conflict(
                "users.last_administrator",
                $"{user.Email} is the last administrator of the installation. Make somebody else one first."));
        }

        await changes.PersonAsync(user.Id, cancellationToken);
    }

    private async Task<UserRow> FindAsync(string email, CancellationToken cancellationToken)
        => await users.FindByEmailAsync(EmailKey.Of(email), cancellationToken)
            ?? throw new FaultException(Fault.NotFound("users.not_found", $"There is no account {email}."));

    private static (string Password, string? Generated) Choose(string? given, string email)
    {
        if (given is null)
        {
            var generated = GeneratedPassword.Make();
            return (generated, generated);
        }

        var failed = PasswordPolicy.Check(given, email);
        return failed.Count == 0 ? (given, null) : throw new FaultException(PasswordFaults.Policy(failed, "password"));
    }

    // In the same transaction as the act: neither is there without the other.
    private Task RecordAsync(
        ISql sql, string action, Guid id, string email, string operatorName, object after, CancellationToken cancellationToken)
        => AuditStore.AddAsync(
            sql,
            new AuditRow
            {
                Id = Ids.New(clock),
                At = clock.GetUtcNow(),
                WorkspaceId = null,
                ActorKind = "system",
                ActorId = null,
                ActorName = operatorName,
                Action = action,
                ObjectKind = "user",
                ObjectId = id.ToString(),
                ObjectName = email,
                Status = Done,
                After = JsonSerializer.SerializeToElement(after, Json.Snake),
            },
            cancellationToken);
}
