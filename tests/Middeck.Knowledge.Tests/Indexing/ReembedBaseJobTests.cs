using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Indexing;

public sealed class ReembedBaseJobTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    protected override Dictionary<string, string?> Settings => new() { ["knowledge:UnusedVectorsDays"] = "30" };

    private KnowledgeBaseService Service => Get<KnowledgeBaseService>();

    [Fact]
    public async Task Another_model_takes_over_on_every_node_when_all_its_vectors_are_there()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.\n\nThe automobile is red.");
        var other = AddNode();
        await SearchAsync("hound", kb.Id, node: other);

        var begun = await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);
        await RunAsync<ReembedBaseJob>(ReembedBaseJob.Kind);
        Clock.Advance(TimeSpan.FromSeconds(2));

        var changed = await Service.GetAsync(Caller, kb.Id, CancellationToken.None);
        Assert.Equal(("test/topics", 0L, 2L), (begun.Reembedding!.Model, begun.Reembedding.Done, begun.Reembedding.Total));
        Assert.Equal(("test/topics", null), (changed.EmbeddingModel, changed.Reembedding));
        Assert.Equal("The puppy sleeps.", (await SearchAsync("hound", kb.Id, SearchMethod.SemanticSearch, other))[0].Content);
        Assert.Equal(["test/topics@1"], await KeysAsync(kb.Id));
    }

    [Fact]
    public async Task A_document_that_is_completed_meanwhile_has_the_vectors_of_both_models()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");
        await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);

        await GivenCompletedAsync(kb.Id, "b.txt", "It rains.");

        Assert.Equal(["builtin/lexical-embedding@1", "test/topics@1"], await KeysAsync(kb.Id));
    }

    [Fact]
    public async Task A_change_that_is_given_up_leaves_the_present_model()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");
        await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);
        await GivenCompletedAsync(kb.Id, "b.txt", "It rains.");

        var given = await Service.CancelReembeddingAsync(Caller, kb.Id, CancellationToken.None);
        await RunAsync<ReembedBaseJob>(ReembedBaseJob.Kind);

        Assert.Equal(("builtin/lexical-embedding", null), (given.EmbeddingModel, given.Reembedding));
        Assert.Equal(["builtin/lexical-embedding@1"], await KeysAsync(kb.Id));
    }

    [Fact]
    public async Task A_change_that_fails_says_why()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");
        await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);
        var (jobId, request) = Jobs.Jobs[^1];

        await Get<ReembedBaseJob>().OnEndedAsync(
            new TestJob(jobId, request.WorkspaceId, kb.Id), JobState.Failed, "The model is away.", CancellationToken.None);

        var row = await Service.GetAsync(Caller, kb.Id, CancellationToken.None);
        Assert.Equal("builtin/lexical-embedding", row.EmbeddingModel);
        Assert.Equal((null, "The model is away."), (row.Reembedding!.Model, row.Reembedding.Error));
    }

    [Fact]
    public async Task An_economy_base_becomes_one_with_vectors_and_never_goes_back()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Cheap", Indexing = IndexingMethod.Economy });
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");
        var change = new UpdateKnowledgeBase { Indexing = IndexingMethod.HighQuality, EmbeddingModel = "test/topics" };

        var begun = await Service.UpdateAsync(Caller, kb.Id, change, CancellationToken.None);
        await RunAsync<ReembedBaseJob>(ReembedBaseJob.Kind);

        Assert.Equal(IndexingMethod.Economy, begun.Indexing);
        Assert.Equal("The puppy sleeps.", (await SearchAsync("hound", kb.Id, SearchMethod.SemanticSearch))[0].Content);
        var refusal = await Assert.ThrowsAsync<FaultException>(() => Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { Indexing = IndexingMethod.Economy }, CancellationToken.None));
        Assert.Equal("knowledge.indexing_fixed", refusal.Fault.Code);
    }

    [Fact]
    public async Task A_change_whose_job_was_lost_is_queued_again()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");
        await Service.UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { EmbeddingModel = "test/topics" }, CancellationToken.None);
        Jobs.States[Jobs.Jobs[^1].Id] = JobState.Waiting;
        await Get<ReembeddingQueue>().EnqueueLostAsync(CancellationToken.None);
        var before = Jobs.Jobs.Count;
        Jobs.States.Clear();

        await Get<ReembeddingQueue>().EnqueueLostAsync(CancellationToken.None);

        Assert.Equal(before + 1, Jobs.Jobs.Count);
    }

    [Fact]
    public async Task Vectors_that_nobody_searches_go_and_come_back_with_the_first_search()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The puppy sleeps.");

        Clock.Advance(TimeSpan.FromDays(31));
        await Get<UnusedVectors>().RunAsync(CancellationToken.None);
        Assert.Empty(await KeysAsync(kb.Id));
        Assert.Single(await SearchAsync("puppy", kb.Id));
        await GivenCompletedAsync(kb.Id, "b.txt", "It rains.");

        Clock.Advance(TimeSpan.FromSeconds(1));
        await Database.ExecuteAsync(
            $"UPDATE knowledge.base SET last_searched_at = {Clock.GetUtcNow()} WHERE id = {kb.Id}", CancellationToken.None);
        await Get<ReembeddingQueue>().EnqueueLostAsync(CancellationToken.None);
        await RunAsync<ReembedBaseJob>(ReembedBaseJob.Kind);

        Assert.Equal(2, await Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.embedding WHERE base_id = {kb.Id}", CancellationToken.None));
        Assert.Equal(DocumentStatus.Completed, await Database.FirstOrDefaultAsync(
            $"SELECT status FROM knowledge.document WHERE base_id = {kb.Id} LIMIT 1",
            row => row.Word<DocumentStatus>("status"),
            CancellationToken.None));
    }

    private Task<List<string>> KeysAsync(Guid baseId) => Database.QueryAsync(
        $"SELECT DISTINCT key FROM knowledge.embedding WHERE base_id = {baseId} ORDER BY key",
        row => row.At<string>(0),
        CancellationToken.None);
}
