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
}
