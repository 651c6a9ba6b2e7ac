using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Passwords;

public sealed class PasswordChangeTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private const string Path = "/api/v1/auth/password";
    private const string Better = "a better password 2";

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_at_once()
    {
        var person = await NewPersonAsync();
        var elsewhere = await host.LoginAsync(person.Email, Person.Password);

        var changed = await person.Client.PostAsync(
            Path, new { current_password = Person.Password, new_password = Better });

        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/auth/me")).Status);
        var refresh = await elsewhere.PostAsync("/api/v1/auth/refresh", new { elsewhere.RefreshToken });
        Assert.Equal("auth.refresh_invalid", refresh.Code);
        await host.LoginAsync(person.Email, Better);
    }

    [Fact]
    public async Task The_session_that_changed_the_password_can_still_be_refreshed()
    {
        var person = await NewPersonAsync();
        await person.Client.PostAsync(Path, new { current_password = Person.Password, new_password = Better });

        var refreshed = await host.Anonymous().PostAsync("/api/v1/auth/refresh", new { person.Client.RefreshToken });

        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
    }

    [Fact]
    public async Task The_old_password_must_be_right_and_guessing_it_locks()
    {
        var person = await NewPersonAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var wrong = await person.Client.PostAsync(
                Path, new { current_password = "wrong", new_password = Better });
            Assert.Equal("auth.wrong_password", wrong.Code);
            Assert.Equal("current_password", wrong.Text("field"));
        }

        var locked = await person.Client.PostAsync(
            Path, new { current_password = Person.Password, new_password = Better });
        Assert.Equal("auth.locked", locked.Code);
    }

    [Fact]
    public async Task A_weak_or_unchanged_password_names_the_rules_it_breaks()
    {
        var person = await NewPersonAsync();

        var weak = await person.Client.PostAsync(Path, new { current_password = Person.Password, new_password = "short" });
        var same = await person.Client.PostAsync(
            Path, new { current_password = Person.Password, new_password = Person.Password });

        Assert.Equal("auth.password_policy", weak.Code);
        Assert.Equal("new_password", weak.Text("field"));
        Assert.Equal("min_length digit", Rules(weak));
        Assert.Equal("different", Rules(same));
    }

    [Fact]
    public async Task A_reset_link_works_once_unlocks_and_ends_all_sessions()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await host.Anonymous().PostAsync("/api/v1/auth/login", new { email = person.Email, password = "wrong" });
        }

        var link = await owner.PostAsync($"/api/v1/workspaces/{workspace}/members/{person.Id}/reset-link");
        Assert.Equal(HttpStatusCode.Created, link.Status);
        var token = link.Text("url")["/reset/".Length..];

        var weak = await host.Anonymous().PostAsync(Path + "/reset", new { token, new_password = "weak" });
        Assert.Equal("auth.password_policy", weak.Code);
        var reset = await host.Anonymous().PostAsync(Path + "/reset", new { token, new_password = Better });
        Assert.Equal(HttpStatusCode.NoContent, reset.Status);
        var again = await host.Anonymous().PostAsync(Path + "/reset", new { token, new_password = Better + "3" });
        Assert.Equal("auth.token_invalid", again.Code);

        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
        await host.LoginAsync(person.Email, Better);
    }

    [Fact]
    public async Task A_reset_link_ends_after_a_day()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "editor");
        var link = await owner.PostAsync($"/api/v1/workspaces/{workspace}/members/{person.Id}/reset-link");
        host.Clock.Advance(TimeSpan.FromHours(24));

        var late = await host.Anonymous().PostAsync(
            Path + "/reset", new { token = link.Text("url")["/reset/".Length..], new_password = Better });

        Assert.Equal("auth.token_invalid", late.Code);
    }

    [Theory]
    [InlineData("admin@middeck.local")]
    [InlineData("nobody@example.com")]
    [InlineData("\0 '; DROP TABLE identity.user; --")]
    public async Task Asking_for_a_mail_tells_nothing(string email)
        => Assert.Equal(
            HttpStatusCode.Accepted,
            (await host.Anonymous().PostAsync(Path + "/forgot", new { email })).Status);

    private async Task<Person> NewPersonAsync()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        return await host.NewPersonAsync(owner, workspace, "viewer");
    }

    private static string Rules(Answer answer)
        => string.Join(' ', answer.Body.GetProperty("failed_rules").EnumerateArray().Select(rule => rule.GetString()));
}
