using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Core.Workspaces;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tags;

public sealed class AppTagTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Tags_are_made_given_renamed_and_taken_away()
    {
        var app = await GivenAppAsync();
        var hr = await GivenTagAsync("人事");
        var it = await GivenTagAsync("IT");
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = new[] { hr, it }, app_ids = new[] { app } },
            HttpStatusCode.NoContent);

        await CallAsync(HttpMethod.Patch, $"/api/v1/app-tags/{hr}", new { name = "HR" });

        Assert.Equal(["HR", "IT"], await NamesOfAsync(app));
        var tags = (await CallAsync(HttpMethod.Get, "/api/v1/app-tags"))!.AsArray();
        Assert.Equal([("HR", 1), ("IT", 1)], tags.Select(tag => ((string)tag!["name"]!, (int)tag["binding_count"]!)));
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/unbind", new { tag_ids = new[] { it }, app_ids = new[] { app } },
            HttpStatusCode.NoContent);
        Assert.Equal(["HR"], await NamesOfAsync(app));
        await CallAsync(HttpMethod.Delete, $"/api/v1/app-tags/{hr}", expect: HttpStatusCode.NoContent);
        Assert.Empty(await NamesOfAsync(app));
    }

    [Fact]
    public async Task A_list_shows_apps_that_have_any_of_the_tags_and_a_copy_has_them_too()
    {
        var (first, second, third) = (await GivenAppAsync(), await GivenAppAsync(), await GivenAppAsync());
        var (a, b) = (await GivenTagAsync("a"), await GivenTagAsync("b"));
        await BindAsync(a, first);
        await BindAsync(b, second);

        var copy = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{first}/copy", expect: HttpStatusCode.Created);

        Assert.Equal([(Guid)copy!["id"]!, first], await ListAsync($"{a}"));
        Assert.Equal([(Guid)copy["id"]!, second, first], await ListAsync($"{a},{b}"));
        Assert.DoesNotContain(third, await ListAsync($"{a}, {b}"));
        var problem = await CallAsync(HttpMethod.Get, "/api/v1/apps?tag_ids=a", expect: HttpStatusCode.BadRequest);
        Assert.Equal("apps.invalid_tag_ids", (string?)problem!["code"]);
    }

    [Fact]
    public async Task A_name_is_there_once_in_a_workspace()
    {
        await GivenTagAsync("a");
        var other = await GivenTagAsync("b");

        foreach (var (method, path) in new[] { (HttpMethod.Post, ""), (HttpMethod.Patch, $"/{other}") })
        {
            var problem = await CallAsync(method, $"/api/v1/app-tags{path}", new { name = " a " }, HttpStatusCode.Conflict);
            Assert.Equal("apps.tag_name_taken", (string?)problem!["code"]);
        }

        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags", new { name = "a" }, HttpStatusCode.Created, workspace: Ids.New(TimeProvider.System));
    }

    [Theory]
    [InlineData("""{"name": ""}""")]
    [InlineData("""{"name": "  "}""")]
    [InlineData("""{"name": "a\u0000"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"name": "123456789012345678901234567890123456789012345678901"}""")]
    public async Task A_name_that_says_nothing_or_too_much_is_refused(string body)
        => await CallAsync(HttpMethod.Post, "/api/v1/app-tags", JsonNode.Parse(body), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Tags_and_apps_of_others_are_not_there()
    {
        var (app, tag) = (await GivenAppAsync(), await GivenTagAsync("a"));
        var stranger = Ids.New(TimeProvider.System);

        await CallAsync(HttpMethod.Delete, $"/api/v1/app-tags/{tag}", expect: HttpStatusCode.NotFound, workspace: stranger);
        var theirs = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags", new { name = "x" }, HttpStatusCode.Created, workspace: stranger))!["id"]!;
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = new[] { theirs }, app_ids = new[] { app } },
            HttpStatusCode.NotFound, workspace: stranger);
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = new[] { theirs }, app_ids = new[] { app } },
            HttpStatusCode.NotFound);
        await CallAsync(
            HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = Array.Empty<Guid>(), app_ids = new[] { app } },
            HttpStatusCode.BadRequest);
        Assert.Empty(await NamesOfAsync(app));
    }

    [Fact]
    public async Task A_workspace_that_is_erased_keeps_no_tags()
    {
        await GivenTagAsync("a");

        foreach (var erasure in Host.Get<IEnumerable<IWorkspaceErasure>>())
        {
            await erasure.EraseAsync(Workspace, CancellationToken.None);
        }

        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/app-tags"))!.AsArray());
    }

    private async Task<Guid> GivenTagAsync(string name)
        => (Guid)(await CallAsync(HttpMethod.Post, "/api/v1/app-tags", new { name }, HttpStatusCode.Created))!["id"]!;

    private Task<JsonNode?> BindAsync(Guid tag, Guid app) => CallAsync(
        HttpMethod.Post, "/api/v1/app-tags/bind", new { tag_ids = new[] { tag }, app_ids = new[] { app } },
        HttpStatusCode.NoContent);

    private async Task<List<string>> NamesOfAsync(Guid app)
        => [.. (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}"))!["tags"]!.AsArray().Select(tag => (string)tag!["name"]!)];

    private async Task<List<Guid>> ListAsync(string tags)
        => [.. (await CallAsync(HttpMethod.Get, $"/api/v1/apps?tag_ids={tags}"))!["data"]!.AsArray().Select(app => (Guid)app!["id"]!)];
}
