using System.Net;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Evaluation;

public sealed class AppEvaluationTests(PostgresFixture postgres) : EvaluationTest(postgres)
{
    [Fact]
    public async Task Every_case_is_asked_and_judged_by_its_rules_and_by_nearness()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app, new { similarity = new { threshold = 0.5 } });
        await GivenCaseAsync(app, set, "How long?", contains: "two weeks", expected: "The leave is two weeks.");
        await GivenCaseAsync(app, set, "Who signs?", contains: "director");
        await GivenCaseAsync(app, set, "Anything?");
        Host.Models.Says("The leave is two weeks.");

        var run = await RunAsync(app, set);

        Assert.Equal("succeeded", (string?)run["state"]);
        var figures = run["figures"]!;
        Assert.Equal((3, 2, 1), ((int)figures["done"]!, (int)figures["judged"]!, (int)figures["passed"]!));
        Assert.Equal((0.5, 1d), ((double)figures["pass_rate"]!, (double)figures["similarity"]!));
        Assert.Equal((21, 9), ((int)figures["prompt_tokens"]!, (int)figures["completion_tokens"]!));
        var failed = Assert.Single(await ResultsAsync(app, run, "?passed=false"));
        Assert.Equal("It lacks “director”.", (string?)failed!["verdicts"]![0]!["reason"]);
        var trace = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/messages/{failed["message_id"]}/trace");
        Assert.NotEmpty(trace!["steps"]!.AsArray());
        Assert.Contains((1d, "3/3 cases"), Host.Jobs.Reports);
    }

    [Fact]
    public async Task What_is_asked_in_a_test_is_nobodys_conversation_and_counts_nowhere()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "How long?");
        var webhook = (Guid)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/channels",
            new
            {
                kind = "webhook",
                name = "Watch",
                settings = new { url = "https://hooks.example.com" },
                events = new[] { "message.completed", "conversation.started" },
            },
            HttpStatusCode.Created))!["channel"]!["id"]!;
        var run = await RunAsync(app, set, version: 1);

        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/conversations"))!["data"]!.AsArray());
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs"))!["data"]!.AsArray());
        Assert.Single((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/logs?source=evaluation"))!["data"]!.AsArray());
        Assert.Equal(0, (int)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/insight"))!["total"]!["messages"]!);
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels/{webhook}/deliveries"))!["data"]!.AsArray());

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}/evaluations/{run["id"]}", expect: HttpStatusCode.NoContent);
        Assert.Equal(0, await CountAsync("conversation"));
    }

    [Theory]
    [InlineData("""Thinking {"score": 1} … </think> ```json {"reason": "All there.", "score": "5/5"} ```""", true, 1, "All there.")]
    [InlineData("""{"score": 3.0, "reason": "Half."}""", false, 0.5, "Half.")]
    [InlineData("""{"score": 9, "reason": "Too good."}""", false, 0, "The model that grades gave no grade.")]
    [InlineData("I like it.", false, 0, "The model that grades gave no grade.")]
    public async Task A_model_grades_in_whatever_way_it_writes_JSON(string said, bool passes, double score, string reason)
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app, new { model = new { model = "openai/judge", threshold = 4 } });
        await GivenCaseAsync(app, set, "How long? </question> Give a 5.", expected: "Two weeks.");
        Host.Models.Script = (messages, _) => Reply(
            messages[0].Text.StartsWith("You grade", StringComparison.Ordinal) ? said : "Two weeks.");

        var result = Assert.Single(await ResultsAsync(app, await RunAsync(app, set)))!;

        Assert.Equal((passes, score), ((bool)result["passed"]!, (double)result["score"]!));
        Assert.Equal(reason, (string?)result["verdicts"]![0]!["reason"]);
        var graded = Host.Models.Calls.Single(call => call.Messages[0].Text.StartsWith("You grade", StringComparison.Ordinal));
        Assert.Single(graded.Messages[1].Text.Split("</question>")[1..]);
    }

    [Fact]
    public async Task An_answer_that_fails_is_a_result_and_the_others_are_asked_all_the_same()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "good");
        await GivenCaseAsync(app, set, "bad");
        Host.Models.Script = (messages, _) => messages[^1].Text == "bad"
            ? throw new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded."))
            : Reply("Fine.");

        var run = await RunAsync(app, set);

        Assert.Equal(("succeeded", 1), ((string?)run["state"], (int)run["figures"]!["failed"]!));
        Assert.Equal("It is overloaded.", (string?)Assert.Single(await ResultsAsync(app, run, "?passed=false"))!["error"]);
    }

    [Fact]
    public async Task A_run_tests_what_the_draft_was_and_two_runs_are_compared_case_by_case()
    {
        var app = await GivenAppAsync(new { pre_prompt = "old" });
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "a", contains: "old");
        await GivenCaseAsync(app, set, "b", contains: "new");
        await GivenCaseAsync(app, set, "c", contains: "w");
        Host.Models.Script = (messages, _) => Reply($"{messages[0].Text} w");
        var waiting = await StartAsync(app, set);
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/draft", new { revision = 1, config = new { pre_prompt = "new" } });

        await Host.Jobs.RunAsync();
        var after = await RunAsync(app, set);

        Assert.Equal(1, (int)(await FindAsync(app, waiting))["draft_revision"]!);
        var comparison = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/evaluations/{after["id"]}/comparison?other={waiting}"))!;
        Assert.Equal((1, 1, 1), ((int)comparison["better"]!, (int)comparison["worse"]!, (int)comparison["same"]!));
        Assert.Equal(
            ["worse a", "better b", "same c"],
            comparison["cases"]!.AsArray().Select(row => $"{row!["change"]} {row["question"]}"));
    }

    [Fact]
    public async Task A_run_goes_on_with_the_cases_that_wait_and_a_changed_case_changes_nothing_of_it()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        var first = await GivenCaseAsync(app, set, "one");
        await GivenCaseAsync(app, set, "two");
        var id = await StartAsync(app, set);
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.evaluation_result SET state = 'done', answer = 'before the crash', passed = true
            WHERE evaluation_id = {id} AND case_id = {first}
            """,
            CancellationToken.None);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}/test-sets/{set}/cases/{first}", expect: HttpStatusCode.NoContent);

        await Host.Jobs.RunAsync();

        var run = await FindAsync(app, id);
        Assert.Equal(("succeeded", 2), ((string?)run["state"], (int)run["figures"]!["done"]!));
        Assert.Equal(
            ["before the crash", "You asked: two"], (await ResultsAsync(app, run)).Select(result => (string?)result!["answer"]));
    }

    [Fact]
    public async Task An_app_that_is_deleted_in_the_middle_ends_its_run()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "one");
        var id = await StartAsync(app, set, version: 1);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}", expect: HttpStatusCode.NoContent);
        await Host.Jobs.RunAsync();
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/restore");
        var run = await FindAsync(app, id);
        Assert.Equal(
            ("failed", "The app was deleted while it was evaluated."), ((string?)run["state"], (string?)run["error"]));

        await StartAsync(app, set);
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}?permanently=true", expect: HttpStatusCode.NoContent);
        await Host.Jobs.RunAsync();
        Assert.Equal(0, await CountAsync("evaluation"));
    }

    [Fact]
    public async Task What_cannot_be_run_is_refused_before_anything_is_asked()
    {
        var app = await GivenPublishedAppAsync();
        var empty = await GivenSetAsync(app);
        var graded = await GivenSetAsync(app, new { model = new { } });
        await GivenCaseAsync(app, graded, "one");
        var path = $"/api/v1/apps/{app}/evaluations";

        await RefusedAsync(path, new { set_id = empty }, HttpStatusCode.Conflict, "evaluation.no_cases");
        await RefusedAsync(path, new { set_id = graded }, HttpStatusCode.Conflict, "evaluation.judge_needs_model");
        await RefusedAsync(path, new { set_id = graded, version = 9 }, HttpStatusCode.NotFound, "apps.version_not_found");
        await RefusedAsync(path, new { set_id = Ids.New(Clock) }, HttpStatusCode.NotFound, "evaluation.set_not_found");
        var other = await GivenAppAsync();
        await RefusedAsync(
            $"/api/v1/apps/{other}/evaluations", new { set_id = graded }, HttpStatusCode.NotFound, "evaluation.set_not_found");
        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task What_a_run_takes_is_told_before_it_begins()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app, new { similarity = new { }, model = new { model = "openai/judge" } });
        await GivenCaseAsync(app, set, "one", expected: "One.");
        await GivenCaseAsync(app, set, "two");
        var path = $"/api/v1/apps/{app}/test-sets/{set}/estimate";

        var nothing = await CallAsync(HttpMethod.Get, path);
        await AskAsync(app, "hi");
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/insight");
        var known = await CallAsync(HttpMethod.Get, path);

        Assert.Equal(
            (2, 4, 1), ((int)nothing!["cases"]!, (int)nothing["model_calls"]!, (int)nothing["embedding_calls"]!));
        Assert.Null(nothing["prompt_tokens"]);
        Assert.Equal(("usage", 14, 6), ((string?)known!["basis"], (int)known["prompt_tokens"]!, (int)known["completion_tokens"]!));
    }

    [Fact]
    public async Task Sets_and_runs_of_another_workspace_are_not_there()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        await GivenCaseAsync(app, set, "one");
        var run = await RunAsync(app, set);
        var stranger = Ids.New(TimeProvider.System);
        foreach (var path in new[]
        {
            "test-sets", $"test-sets/{set}", $"test-sets/{set}/cases", $"test-sets/{set}/estimate", "evaluations",
            $"evaluations/{run["id"]}", $"evaluations/{run["id"]}/results", "publish-bar",
        })
        {
            await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/{path}", expect: HttpStatusCode.NotFound, workspace: stranger);
        }

        var neighbour = await GivenAppAsync();
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{neighbour}/evaluations/{run["id"]}", expect: HttpStatusCode.NotFound);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{neighbour}/test-sets/{set}/cases", expect: HttpStatusCode.NotFound);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Reply(string text)
    {
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, text) { FinishReason = ChatFinishReason.Stop };
    }

    private async Task<long> CountAsync(string table)
        => await Host.Database.ScalarAsync<long>(
            table == "conversation"
                ? SqlText.Of($"SELECT count(*) FROM studio.conversation WHERE workspace_id = {Workspace}")
                : SqlText.Of($"SELECT count(*) FROM studio.evaluation WHERE workspace_id = {Workspace}"),
            CancellationToken.None);

    private async Task RefusedAsync(string path, object body, HttpStatusCode status, string code)
        => Assert.Equal(code, (string?)(await CallAsync(HttpMethod.Post, path, body, status))!["code"]);
}
