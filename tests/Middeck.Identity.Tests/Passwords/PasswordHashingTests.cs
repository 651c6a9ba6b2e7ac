using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Middeck.Identity.Passwords;
using Middeck.Identity.Tests.Hosting;
using Middeck.Identity.Users;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tests.Passwords;

public sealed class PasswordHashingTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_hash_of_less_cost_is_replaced_at_the_next_login()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        var cheap = new PasswordHasher<UserRow>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
        var old = cheap.HashPassword(null!, "the same as ever 1");
        await host.Database.ExecuteAsync(
            $"UPDATE identity.user SET password_hash = {old} WHERE id = {person.Id}", CancellationToken.None);

        await host.LoginAsync(person.Email, "the same as ever 1");

        var present = await host.Database.ScalarAsync<string>(
            $"SELECT password_hash FROM identity.user WHERE id = {person.Id}", CancellationToken.None);
        Assert.NotEqual(old, present);
        await host.LoginAsync(person.Email, "the same as ever 1");
    }

    [Fact]
    public void For_nobody_a_hash_is_checked_all_the_same_and_never_right()
    {
        var hashing = new PasswordHashing(new PasswordHasher<UserRow>());

        Assert.Equal(PasswordVerificationResult.Failed, hashing.Verify(null, "nobody's password"));
    }
}
