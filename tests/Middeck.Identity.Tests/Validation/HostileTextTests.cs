using System.Net;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Validation;

public sealed class HostileTextTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly string[] Scopes = ["apps.read"];

    public static TheoryData<string> Texts => new()
    {
        "'; DROP TABLE identity.user; --",
        "\" OR \"\"=\"",
        "<script>alert(1)</script>",
        "{{constructor.constructor('x')()}}",
        "../../../../etc/passwd",
        "$1 {0} %s %00",
        "‮evil\u202C 中文 👩‍👩‍👧",
        "a\0b",
        "line\r\nSet-Cookie: x=y",
        "",
        "   ",
        new string('长', 101),
        new string('x', 70_000),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_in_any_field_is_kept_as_it_is_or_refused_but_never_an_error(string text)
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "admin");
        var client = person.Client;
        var encoded = Uri.EscapeDataString(text.Length > 2000 ? text[..2000] : text);

        Answer[] answers =
        [
            await client.PostAsync("/api/v1/workspaces", new { name = text }),
            await client.PatchAsync($"/api/v1/workspaces/{workspace}", new { name = text }),
            await client.PatchAsync("/api/v1/auth/me", new { name = text }),
            await client.PatchAsync("/api/v1/auth/me", new { language = text }),
            await client.PostAsync($"/api/v1/workspaces/{workspace}/invitations", new { email = text, role = "viewer" }),
            await client.PostAsync($"/api/v1/workspaces/{workspace}/invitations", new { role = text }),
            await client.PatchAsync($"/api/v1/workspaces/{workspace}/members/{person.Id}", new { role = text }),
            await client.PostAsync("/api/v1/management-keys", new { name = text, scopes = Scopes }),
            await client.PostAsync("/api/v1/management-keys", new { name = "k", scopes = new[] { text } }),
            await client.PostAsync("/api/v1/auth/password", new { current_password = text, new_password = text }),
            await host.Anonymous().PostAsync("/api/v1/auth/login", new { email = text, password = text }),
            await host.Anonymous().PostAsync("/api/v1/auth/password/reset", new { token = text, new_password = text }),
            await host.Anonymous().PostAsync("/api/v1/auth/refresh", new { refresh_token = text }),
            await host.Anonymous().GetAsync($"/api/v1/invitations/{encoded}"),
            await client.GetAsync($"/api/v1/audit?actor={encoded}&action={encoded}&object_kind={encoded}&object_id={encoded}"),
            await client.GetAsync($"/api/v1/workspaces?cursor={encoded}"),
            await owner.GetAsync($"/api/v1/admin/users?q={encoded}"),
        ];

        Assert.All(answers, answer => Assert.InRange((int)answer.Status, 200, 499));
    }

    [Fact]
    public async Task A_name_is_kept_letter_by_letter()
    {
        const string Name = "O'Brien \"; DROP TABLE x; -- 张三 👩‍👩‍👧 <b>";
        var (owner, workspace) = await host.NewWorkspaceAsync(Name);

        Assert.Equal(Name, (await owner.GetAsync($"/api/v1/workspaces/{workspace}")).Text("name"));
    }

    [Fact]
    public async Task A_refused_value_names_its_field()
    {
        var answer = await (await host.LoginAsync()).PostAsync("/api/v1/workspaces", new { name = " " });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var field = Assert.Single(answer.Body.GetProperty("errors").EnumerateObject().ToArray()).Name;
        Assert.Equal("name", field, ignoreCase: true);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": 42}")]
    [InlineData("{\"name\": null}")]
    [InlineData("null")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    public async Task A_body_that_is_no_such_object_is_refused(string body)
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await host.LoginAsync()).AccessToken);
        using var content = new StringContent(body, null, "application/json");

        using var response = await http.PostAsync("/api/v1/workspaces", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
