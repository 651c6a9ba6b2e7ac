using Middeck.Identity.Accounts;
using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Server.Checks;

/// <summary>Whether the administrators of the installation chose their passwords themselves, and somebody can administer it at all.</summary>
internal sealed class AccountsCheck() : PlatformCheck<IAccounts>(
    "accounts", new Message("Administrators have passwords of their own", "管理员已设置自己的密码"), isReadiness: true)
{
    protected override async Task<IReadOnlyList<Finding>> FindAsync(
        CheckScene scene, IAccounts accounts, CancellationToken cancellationToken)
    {
        List<Account> administrators =
            [.. (await accounts.ListAsync(cancellationToken)).Where(account => account is { IsAdministrator: true, IsDisabled: false })];
        return administrators.Count == 0
            ? [new Finding(
                "accounts.no_administrator",
                Severity.Critical,
                new Message("Nobody administers the installation.", "没有任何管理员。"),
                "middeck user make-admin EMAIL")]
            : [.. administrators.Where(account => account.MustChangePassword).Select(account => new Finding(
                "accounts.generated_password",
                scene.IsProduction ? Severity.Warning : Severity.Info,
                new Message(
                    $"{account.Email} still has the generated password; the console asks for a new one at the next login.",
                    $"{account.Email} 仍在使用生成的密码，下次登录控制台时会要求修改。"),
                $"middeck user reset-password {account.Email}"))];
    }
}
