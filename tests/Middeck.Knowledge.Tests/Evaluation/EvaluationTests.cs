using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Evaluation;
using Middeck.Knowledge.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Evaluation;

public sealed class EvaluationTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task A_run_over_the_cases_tells_where_the_expected_passages_came()
    {
        var (kb, document) = await GivenExitsAsync();
        await GivenCaseAsync(kb.Id, "Where may furniture stand?", document, "Exits are kept free of furniture.");
        await GivenCaseAsync(kb.Id, "What is checked every year?", document, "Words that stand nowhere in the text at all.");

        var started = Assert.Single(await StartAsync(kb.Id));
        await RunAsync(started);

        var detail = await Get<EvaluationService>().GetAsync(Caller, kb.Id, started.Id, CancellationToken.None);
        Assert.Equal(EvaluationState.Completed, detail.Evaluation.State);
        Assert.Equal((2, 0.5, 0.5), (detail.Evaluation.Metrics!.Cases, detail.Evaluation.Metrics.HitAt10, detail.Evaluation.Metrics.Mrr));
        Assert.Equal([null, 1], detail.Results.Select(result => result.BestRank));
    }

    [Fact]
    public async Task Settings_are_compared_side_by_side()
    {
        var (kb, document) = await GivenExitsAsync();
        await GivenCaseAsync(kb.Id, "furniture", document, "Exits are kept free of furniture.");

        var started = await StartAsync(
            kb.Id,
            new EvaluationSettings { Label = "words", Retrieval = new RetrievalSettings { Method = SearchMethod.FullTextSearch } },
            new EvaluationSettings { Retrieval = new RetrievalSettings { ScoreThreshold = 1, TopK = 1 } });

        Assert.Equal(["words", "hybridsearch, top 1"], started.Select(run => run.Label));
        Assert.All(started, run => Assert.False(run.OwnSettings));
    }

    [Fact]
    public async Task A_change_of_settings_that_makes_a_case_worse_is_told()
    {
        var (kb, document) = await GivenExitsAsync();
        await GivenCaseAsync(kb.Id, "Where may furniture stand?", document, "Exits are kept free of furniture.");

        await Get<KnowledgeBaseService>().UpdateAsync(
            Caller, kb.Id, new UpdateKnowledgeBase { Retrieval = new RetrievalSettings { ScoreThreshold = 1 } }, CancellationToken.None);
        var runs = await Get<EvaluationService>().ListAsync(Caller, kb.Id, PageRequest.Parse(null, null), CancellationToken.None);
        foreach (var run in runs.Data.Reverse())
        {
            await RunAsync(run);
        }

        var after = (await Get<EvaluationService>().ListAsync(Caller, kb.Id, PageRequest.Parse(null, null), CancellationToken.None)).Data[0];
        Assert.Equal(("after", EvaluationReason.SettingsChanged, true), (after.Label, after.Reason, after.OwnSettings));
        Assert.Equal((1, null), (Assert.Single(after.Comparison!.Worse).Before, after.Comparison.Worse[0].After));
        Assert.Equal(-1, after.Comparison.MrrChange);
        Assert.Contains(Events.Events, published => published.Type == "evaluation.changed");
    }

    [Fact]
    public async Task A_run_that_was_cancelled_says_so_and_is_not_a_baseline()
    {
        var (kb, document) = await GivenExitsAsync();
        await GivenCaseAsync(kb.Id, "furniture", document, "Exits are kept free of furniture.");
        var run = Assert.Single(await StartAsync(kb.Id));

        await Get<EvaluateJob>().OnEndedAsync(JobOf(run), JobState.Cancelled, null, CancellationToken.None);
        await RunAsync(run);

        var read = await Get<EvaluationService>().GetAsync(Caller, kb.Id, run.Id, CancellationToken.None);
        Assert.Equal(EvaluationState.Cancelled, read.Evaluation.State);
        Assert.Null(await Get<EvaluationStore>().BaselineAsync(kb.Id, Guid.CreateVersion7(), CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_lost_its_job_to_a_crash_ends_with_a_reason()
    {
        var (kb, document) = await GivenExitsAsync();
        await GivenCaseAsync(kb.Id, "furniture", document, "Exits are kept free of furniture.");
        var run = Assert.Single(await StartAsync(kb.Id));
        await Database.ExecuteAsync($"UPDATE knowledge.evaluation SET job_id = NULL WHERE id = {run.Id}", CancellationToken.None);

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Get<EvaluationQueue>().FailLostAsync(CancellationToken.None);

        var read = await Get<EvaluationService>().GetAsync(Caller, kb.Id, run.Id, CancellationToken.None);
        Assert.Equal(EvaluationState.Failed, read.Evaluation.State);
        Assert.Contains("Start it again", read.Evaluation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_case_there_is_nothing_to_run()
    {
        var kb = await GivenBaseAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(() => StartAsync(kb.Id));

        Assert.Equal("knowledge.no_cases", refusal.Fault.Code);
    }

    [Fact]
    public async Task A_case_must_name_a_document_of_the_base()
    {
        var kb = await GivenBaseAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => GivenCaseAsync(kb.Id, "furniture", Guid.CreateVersion7(), "Exits"));

        Assert.Equal("knowledge.document_not_found", refusal.Fault.Code);
    }

    [Fact]
    public async Task Cases_are_changed_and_deleted()
    {
        var (kb, document) = await GivenExitsAsync();
        var @case = await GivenCaseAsync(kb.Id, "furniture", document, "Exits");
        var service = Get<TestCaseService>();

        await service.UpdateAsync(Caller, kb.Id, @case.Id, new SaveTestCase { Query = " doors ", Expected = @case.Expected }, CancellationToken.None);
        var listed = await service.ListAsync(Caller, kb.Id, "door", PageRequest.Parse(null, null), CancellationToken.None);
        await service.DeleteAsync(Caller, kb.Id, @case.Id, CancellationToken.None);

        Assert.Equal("doors", Assert.Single(listed.Data).Query);
        var gone = await Assert.ThrowsAsync<FaultException>(
            () => service.DeleteAsync(Caller, kb.Id, @case.Id, CancellationToken.None));
        Assert.Equal("knowledge.case_not_found", gone.Fault.Code);
    }

    private async Task<(KnowledgeBase Base, Guid Document)> GivenExitsAsync()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(
            kb.Id, "exits.txt", "Exits are kept free of furniture.\n\nExtinguishers are checked every year.\n\nSigns are lit.");
        return (kb, row.Id);
    }

    private Task<TestCase> GivenCaseAsync(Guid baseId, string query, Guid documentId, string quote)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        return Get<TestCaseService>().CreateAsync(
            Caller,
            baseId,
            new SaveTestCase { Query = query, Expected = [new ExpectedPassage { DocumentId = documentId, Quote = quote }] },
            CancellationToken.None);
    }

    private async Task<IReadOnlyList<EvaluationSummary>> StartAsync(Guid baseId, params EvaluationSettings[] variants)
        => await Get<EvaluationService>().StartAsync(
            Caller, baseId, new StartEvaluation { Variants = variants.Length == 0 ? null : variants }, CancellationToken.None);

    private Task RunAsync(EvaluationSummary run) => Get<EvaluateJob>().ExecuteAsync(JobOf(run), CancellationToken.None);

    private TestJob JobOf(EvaluationSummary run)
    {
        var (id, request) = Jobs.Jobs.Single(job => job.Request.PayloadJson == EvaluateJob.Payload(run.Id));
        return new TestJob(id, request.WorkspaceId, request.Subject, request.PayloadJson);
    }
}
