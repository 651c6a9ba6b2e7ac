using System.Text.Json.Nodes;
using Middeck.Knowledge;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Apps;

public sealed class KnowledgeUsageTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private IKnowledgeUsage Usage => Host.Get<IKnowledgeUsage>();

    [Fact]
    public async Task Apps_are_told_by_their_draft_and_by_their_published_version()
    {
        var kb = Guid.CreateVersion7();
        var app = await GivenAppAsync("Guide");
        await SaveAsync(app, 1, kb);
        var other = await GivenAppAsync("Other");
        Assert.Equal((true, false), await HowAsync(kb));

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish", new { });
        Assert.Equal((true, true), await HowAsync(kb));

        await SaveAsync(app, 2, null);
        Assert.Equal((false, true), await HowAsync(kb));
        var counts = await Usage.CountAsync(Workspace, [kb, other], CancellationToken.None);
        Assert.Equal(1, counts[kb]);
        Assert.False(counts.ContainsKey(other));
    }

    [Fact]
    public async Task Apps_of_another_workspace_are_not_told()
    {
        var kb = Guid.CreateVersion7();
        await SaveAsync(await GivenAppAsync("Guide"), 1, kb);

        Assert.Empty(await Usage.ListAsync(Guid.CreateVersion7(), kb, CancellationToken.None));
    }

    private async Task<Guid> GivenAppAsync(string name)
        => (await CallAsync(HttpMethod.Post, "/api/v1/apps", new { name, mode = "chat" }, System.Net.HttpStatusCode.Created))!["id"]!
            .GetValue<Guid>();

    private Task<JsonNode?> SaveAsync(Guid app, int revision, Guid? kb)
    {
        object[] datasets = kb is null ? [] : [new { dataset = new { enabled = true, id = kb } }];
        return CallAsync(
            HttpMethod.Put,
            $"/api/v1/apps/{app}/draft",
            new { revision, config = new { dataset_configs = new { datasets = new { datasets } } } });
    }

    private async Task<(bool InDraft, bool InPublished)> HowAsync(Guid kb)
    {
        var user = Assert.Single(await Usage.ListAsync(Workspace, kb, CancellationToken.None));
        Assert.Equal(("Guide", "chat"), (user.Name, user.Mode));
        return (user.InDraft, user.InPublished);
    }
}
