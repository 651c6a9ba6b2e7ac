using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Identifiers;
using Middeck.Identity.Access;
using Middeck.Studio.Trash;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Trash;

public sealed class AppTrashTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task A_deleted_app_is_nowhere_but_in_the_trash()
    {
        var id = await GivenPublishedAppAsync();
        await AskAsync(id, "hello");
        var conversation = (await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]![0]!["id"];

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);

        Assert.Empty(await ListAsync(""));
        Assert.Equal([id], await ListAsync("?trash=true"));
        foreach (var path in new[] { "", "/draft", "/versions", "/start", "/api-keys", "/site", "/export", "/diff", "/conversations" })
        {
            var problem = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}{path}", expect: HttpStatusCode.NotFound);
            Assert.Equal("apps.not_found", (string?)problem!["code"]);
        }

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/chat", new { query = "hello" }, HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/copy", expect: HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NotFound);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]!.AsArray());
        await CallAsync(HttpMethod.Get, $"/api/v1/conversations/{conversation}", expect: HttpStatusCode.NotFound);
        var lookup = Host.Get<IEnumerable<IResourceLookup>>().Single(candidate => candidate.Kind == ResourceKind.App);
        Assert.False(await lookup.ExistsAsync(Workspace, id, CancellationToken.None));
        Assert.Contains((Workspace, "apps", "app.deleted"), Host.Events.All);
    }

    [Fact]
    public async Task Its_keys_open_nothing_until_it_comes_back_with_all_that_it_had()
    {
        var id = await GivenPublishedAppAsync(new { opening_statement = "Hi" });
        var key = await GivenKeyAsync(id);
        await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key);
        await AskAsync(id, "hello");
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key, expect: HttpStatusCode.Unauthorized);

        var restored = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/restore");

        Assert.Null(restored!["deleted_at"]);
        Assert.Equal([id], await ListAsync(""));
        var parameters = await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key);
        Assert.Equal("Hi", (string?)parameters!["opening_statement"]);
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]!.AsArray());
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/restore", expect: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleting_for_good_needs_no_detour_and_knows_no_way_back(bool fromTrash)
    {
        var id = await GivenAppAsync();
        if (fromTrash)
        {
            await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        }

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}?permanently=true", expect: HttpStatusCode.NoContent);

        Assert.Empty(await ListAsync("?trash=true"));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/restore", expect: HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}?permanently=true", expect: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Emptying_deletes_the_trash_of_this_workspace_and_nothing_else()
    {
        var (kept, first, second) = (await GivenAppAsync(), await GivenAppAsync(), await GivenAppAsync());
        var stranger = Ids.New(TimeProvider.System);
        var theirs = (await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "x", mode = "chat" }, HttpStatusCode.Created, workspace: stranger))!["id"];
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{theirs}", expect: HttpStatusCode.NoContent, workspace: stranger);
        foreach (var id in new[] { first, second })
        {
            await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        }

        var emptied = await CallAsync(HttpMethod.Post, "/api/v1/apps/trash/empty");

        Assert.Equal(2, (int)emptied!["deleted"]!);
        Assert.Empty(await ListAsync("?trash=true"));
        Assert.Equal([kept], await ListAsync(""));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{theirs}/restore", workspace: stranger);
    }

    [Fact]
    public async Task The_trash_of_others_is_not_emptied_and_then_none_of_it_is()
    {
        var (open, closed) = (await GivenAppAsync(), await GivenAppAsync());
        foreach (var id in new[] { open, closed })
        {
            await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        }

        Host.Access.Closed.Add(closed);
        await CallAsync(HttpMethod.Post, "/api/v1/apps/trash/empty", expect: HttpStatusCode.NotFound);

        Assert.Equal([open], await ListAsync("?trash=true"));
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(31, 0)]
    public async Task What_lies_there_for_thirty_days_is_deleted(int days, int left)
    {
        var id = await GivenAppAsync();
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        Clock.Advance(TimeSpan.FromDays(days));

        using var scope = Host.Get<IServiceScopeFactory>().CreateScope();
        await scope.ServiceProvider.GetRequiredService<AppRemoval>()
            .TrimAsync(Clock.GetUtcNow().AddDays(-new StudioOptions().TrashDays), batch: 10, CancellationToken.None);

        Assert.Equal(left, (await ListAsync("?trash=true")).Count);
    }

    [Fact]
    public async Task A_word_that_is_no_truth_is_refused()
    {
        var id = await GivenAppAsync();

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}?permanently=maybe", expect: HttpStatusCode.BadRequest);

        Assert.Equal([id], await ListAsync(""));
    }

    private async Task<List<Guid>> ListAsync(string query)
        => [.. (await CallAsync(HttpMethod.Get, $"/api/v1/apps{query}"))!["data"]!.AsArray().Select(app => (Guid)app!["id"]!)];
}
