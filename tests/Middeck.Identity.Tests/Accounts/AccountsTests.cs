using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Identity.Accounts;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Accounts;

public sealed class AccountsTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Operator = "root@machine";
    private const string Password = "a-good-password-7";

    private IAccounts Accounts => host.Services.GetRequiredService<IAccounts>();

    [Fact]
    public async Task An_account_signs_in_gets_a_new_password_and_is_shut_out_and_each_act_is_audited()
    {
        const string email = "ann@example.com";
        Assert.Null(await Accounts.CreateAsync(new NewAccount(email) { Password = Password }, Operator, CancellationToken.None));
        await host.LoginAsync(email, Password);
        await Accounts.SetAdministratorAsync("ANN@example.com", true, Operator, CancellationToken.None);

        var generated = await Accounts.ResetPasswordAsync(email, null, Operator, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(email, Password)).Status);
        await host.LoginAsync(email, generated!);
        var ann = Assert.Single(await Accounts.ListAsync(CancellationToken.None), account => account.Email == email);
        Assert.Equal((true, true, false), (ann.IsAdministrator, ann.MustChangePassword, ann.IsDisabled));

        await Accounts.SetDisabledAsync(email, true, Operator, CancellationToken.None);
        Assert.Equal("auth.suspended", (await LoginAsync(email, generated!)).Code);
        await Accounts.SetDisabledAsync(email, false, Operator, CancellationToken.None);
        await host.LoginAsync(email, generated!);
        var acts = await host.Database.QueryAsync(
            $"SELECT action FROM identity.audit WHERE actor_name = {Operator} AND object_name = {email} ORDER BY id",
            row => row.Get<string>("action"),
            CancellationToken.None);
        Assert.Equal(["create_user", "set_user_administrator", "reset_user_password", "suspend_user", "resume_user"], acts);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        Assert.Equal("users.invalid_email", await CodeAsync(new NewAccount("nobody")));
        Assert.Equal("users.email_taken", await CodeAsync(new NewAccount(IdentityHost.AdminEmail)));
        Assert.Equal("auth.password_policy", await CodeAsync(new NewAccount("bo@example.com") { Password = "minioadmin123" }));
        Assert.Equal("workspaces.not_found", await CodeAsync(new NewAccount("bo@example.com") { Workspace = "Nowhere" }));
        Assert.Equal("workspaces.invalid_role", await CodeAsync(new NewAccount("bo@example.com") { Role = "king" }));
        Assert.DoesNotContain(await Accounts.ListAsync(CancellationToken.None), account => account.Email == "bo@example.com");
        var unknown = await Assert.ThrowsAsync<FaultException>(
            () => Accounts.SetDisabledAsync("nobody@example.com", true, Operator, CancellationToken.None));
        Assert.Equal("users.not_found", unknown.Fault.Code);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_shut_out_nor_lose_the_right()
    {
        foreach (var other in (await Accounts.ListAsync(CancellationToken.None)).Where(
            account => account.IsAdministrator && account.Email != IdentityHost.AdminEmail))
        {
            await Accounts.SetAdministratorAsync(other.Email, false, Operator, CancellationToken.None);
        }

        var shut = await Assert.ThrowsAsync<FaultException>(
            () => Accounts.SetDisabledAsync(IdentityHost.AdminEmail, true, Operator, CancellationToken.None));
        var revoked = await Assert.ThrowsAsync<FaultException>(
            () => Accounts.SetAdministratorAsync(IdentityHost.AdminEmail, false, Operator, CancellationToken.None));

        Assert.Equal(("users.last_administrator", "users.last_administrator"), (shut.Fault.Code, revoked.Fault.Code));
    }

    private Task<Answer> LoginAsync(string email, string password)
        => host.Anonymous().PostAsync("/api/v1/auth/login", new { email, password });

    private async Task<string> CodeAsync(NewAccount account) => (await Assert.ThrowsAsync<FaultException>(
        () => Accounts.CreateAsync(account, Operator, CancellationToken.None))).Fault.Code;
}
