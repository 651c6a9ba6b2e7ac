using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Workspaces;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Bases;

public sealed class KnowledgeBaseServiceTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private KnowledgeBaseService Service => Get<KnowledgeBaseService>();

    [Fact]
    public async Task A_base_keeps_the_default_embedding_model_of_its_first_day()
        => Assert.Equal("builtin/lexical-embedding", (await GivenBaseAsync()).EmbeddingModel);

    [Fact]
    public async Task The_embedding_model_of_an_empty_base_changes_at_once()
    {
        var kb = await GivenBaseAsync();

        var changed = await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);

        Assert.Equal(("test/topics", null), (changed.EmbeddingModel, changed.Reembedding));
    }

    [Fact]
    public async Task The_list_shows_what_is_shared_page_by_page_and_counts_what_is_inside()
    {
        var first = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Fire" });
        var second = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Water" });
        var hidden = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Hidden" });
        Access.Hidden.Add(hidden.Id);
        await GivenCompletedAsync(first.Id, "a.txt", "one\n\ntwo");

        var page = await Service.ListAsync(Caller, null, null, new PageRequest(1, null), CancellationToken.None);
        var rest = await Service.ListAsync(Caller, null, null, new PageRequest(1, Guid.Parse(page.NextCursor!)), CancellationToken.None);
        var found = await Service.ListAsync(Caller, "wat", null, new PageRequest(10, null), CancellationToken.None);

        Assert.Equal(second.Id, Assert.Single(page.Data).Id);
        var counted = Assert.Single(rest.Data);
        Assert.Equal((first.Id, 1, 2, 8), (counted.Id, counted.DocumentCount, counted.ChunkCount, counted.CharacterCount));
        Assert.False(rest.HasMore);
        Assert.Equal("Water", Assert.Single(found.Data).Name);
    }

    [Fact]
    public async Task A_deleted_base_is_gone_at_once_and_cleared_by_its_job()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");

        await Service.DeleteAsync(Caller, kb.Id, CancellationToken.None);
        await Assert.ThrowsAsync<FaultException>(() => Service.GetAsync(Caller, kb.Id, CancellationToken.None));
        var (jobId, request) = Jobs.Jobs[^1];
        await Get<RemoveBaseJob>().ExecuteAsync(
            new TestJob(jobId, request.WorkspaceId, request.Subject), CancellationToken.None);

        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task A_deleted_base_whose_job_was_lost_is_found_again()
    {
        var kb = await GivenBaseAsync();
        await Service.DeleteAsync(Caller, kb.Id, CancellationToken.None);
        Jobs.Jobs.Clear();

        await Get<BaseRemovalSweep>().RunAsync(CancellationToken.None);
        Assert.Empty(Jobs.Jobs);

        Clock.Advance(TimeSpan.FromHours(2));
        await Get<BaseRemovalSweep>().RunAsync(CancellationToken.None);
        Assert.Contains(Jobs.Jobs, job => job.Request.Subject == kb.Id);
    }

    [Fact]
    public async Task Erasing_a_workspace_leaves_the_others_alone()
    {
        var stranger = Caller with { WorkspaceId = Guid.CreateVersion7() };
        var theirs = await GivenBaseAsync(caller: stranger);
        await GivenCompletedAsync(theirs.Id, "a.txt", "Exits must be kept free.", stranger);
        var mine = await GivenBaseAsync();
        await GivenCompletedAsync(mine.Id, "a.txt", "Exits must be kept free.");

        foreach (var erasure in Node.GetServices<IWorkspaceErasure>())
        {
            await erasure.EraseAsync(Caller.WorkspaceId, CancellationToken.None);
        }

        await AssertNothingLeftAsync();
        Assert.Single(await SearchAsync("exits", theirs.Id, caller: stranger));
    }

    [Fact]
    public async Task A_base_of_another_workspace_is_not_there()
    {
        var kb = await GivenBaseAsync();
        var stranger = Caller with { WorkspaceId = Guid.CreateVersion7() };

        foreach (var act in new Func<Task>[]
        {
            () => Service.GetAsync(stranger, kb.Id, CancellationToken.None),
            () => Service.UpdateAsync(stranger, kb.Id, new UpdateKnowledgeBase { Name = "x" }, CancellationToken.None),
            () => Service.DeleteAsync(stranger, kb.Id, CancellationToken.None),
        })
        {
            Assert.Equal(FaultKind.NotFound, (await Assert.ThrowsAsync<FaultException>(act)).Fault.Kind);
        }

        Assert.Empty((await Service.ListAsync(stranger, null, null, new PageRequest(10, null), CancellationToken.None)).Data);
    }

    private async Task AssertNothingLeftAsync()
    {
        Assert.Equal(0, await Database.ScalarAsync<long>(
            $"""
            SELECT (SELECT count(*) FROM knowledge.base WHERE workspace_id = {Caller.WorkspaceId})
                 + (SELECT count(*) FROM knowledge.chunk WHERE workspace_id = {Caller.WorkspaceId})
            """,
            CancellationToken.None));
        Assert.False(Directory.Exists(Path.Combine(ObjectFolder, Caller.WorkspaceId.ToString()))
            && Directory.GetFiles(Path.Combine(ObjectFolder, Caller.WorkspaceId.ToString()), "*", SearchOption.AllDirectories).Length > 0);
    }
}
