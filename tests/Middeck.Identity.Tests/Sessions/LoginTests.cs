using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Sessions;

public sealed class LoginTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task The_first_administrator_signs_in_and_is_shown_the_default_workspace()
    {
        var client = await host.LoginAsync(" Admin@Middeck.LOCAL ");

        var me = await client.GetAsync("/api/v1/auth/me");

        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal("Default", me.Body.GetProperty("workspace").GetProperty("name").GetString());
        Assert.Equal("owner", me.Body.GetProperty("workspace").GetProperty("role").GetString());
        Assert.True(me.Body.GetProperty("installation_admin").GetBoolean());
    }

    [Theory]
    [InlineData("admin@middeck.local", "wrong password 1")]
    [InlineData("nobody@example.com", "wrong password 1")]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    [InlineData("admin@middeck.local\0", "correct horse 42")]
    public async Task Wrong_credentials_are_all_refused_alike(string email, string password)
    {
        var answer = await host.Anonymous().PostAsync("/api/v1/auth/login", new { email, password });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("auth.invalid_credentials", answer.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_failures_lock_the_address_for_fifteen_minutes_whether_it_has_an_account_or_not(bool exists)
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var email = exists ? (await host.NewPersonAsync(owner, workspace, "viewer")).Email : "ghost@example.com";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(email, "wrong")).Status);
        }

        var locked = await LoginAsync(email, Person.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.Status);
        Assert.Equal("auth.locked", locked.Code);
        Assert.Equal(900, locked.Body.GetProperty("retry_after_seconds").GetInt32());
        Assert.Equal("900", locked.Headers["Retry-After"].Single());

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(
            exists ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await LoginAsync(email, Person.Password)).Status);
    }

    [Fact]
    public async Task Failures_that_arrive_together_all_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => LoginAsync("together@example.com", "wrong")));

        Assert.Equal("auth.locked", (await LoginAsync("together@example.com", "wrong")).Code);
    }

    [Fact]
    public async Task The_right_password_forgets_the_failures_before_it()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        for (var round = 0; round < 3; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                await LoginAsync(person.Email, "wrong");
            }

            Assert.Equal(HttpStatusCode.OK, (await LoginAsync(person.Email, Person.Password)).Status);
        }
    }

    [Fact]
    public async Task Many_logins_with_the_right_password_at_once_all_succeed()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => LoginAsync(IdentityHost.AdminEmail, IdentityHost.AdminPassword)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task The_refresh_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var answer = await LoginAsync(IdentityHost.AdminEmail, IdentityHost.AdminPassword);

        var cookie = Assert.Single(answer.Headers["Set-Cookie"]);
        Assert.StartsWith("md_refresh=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/api/v1/auth;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private Task<Answer> LoginAsync(string email, string password)
        => host.Anonymous().PostAsync("/api/v1/auth/login", new { email, password });
}
