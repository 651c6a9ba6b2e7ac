using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Sessions;

public sealed class SessionTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task I_see_where_I_am_signed_in_and_end_one_of_these()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        var elsewhere = await host.LoginAsync(person.Email, Person.Password);

        var sessions = (await person.Client.GetAsync("/api/v1/auth/sessions")).Data.ToArray();
        Assert.Equal(2, sessions.Length);
        var other = sessions.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await person.Client.DeleteAsync($"/api/v1/auth/sessions/{other}")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/auth/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task The_session_of_somebody_else_is_not_mine_to_end()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        var theirs = (await person.Client.GetAsync("/api/v1/auth/sessions")).Data.First().GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync($"/api/v1/auth/sessions/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/api/v1/auth/me")).Status);
    }

    [Fact]
    public async Task My_name_and_language_are_mine_to_change()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");

        var changed = await person.Client.PatchAsync("/api/v1/auth/me", new { name = " 李雷 ", language = "zh-CN" });

        Assert.Equal("李雷", changed.Text("name"));
        Assert.Equal("zh-CN", changed.Text("language"));
        var refused = await person.Client.PatchAsync("/api/v1/auth/me", new { language = "fr" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }
}
